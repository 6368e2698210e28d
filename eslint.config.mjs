import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house, lowest first. Each may import itself and what is named, all of it
 * standing above it in this list: so no two folders can import each other.
 */
const ENGINE = ['backend', 'model', 'attribution', 'perturbation', 'metrics', 'attack', 'engine'];
const FLOORS = [
  { name: 'domain', path: 'src/domain', may: [] },
  { name: 'image', path: 'src/image', may: ['domain'] },
  { name: 'backend', path: 'src/engine/backend', may: ['domain'] },
  { name: 'model', path: 'src/engine/model', may: ['domain', 'backend'] },
  { name: 'attribution', path: 'src/engine/attribution', may: ['domain', 'backend', 'model'] },
  { name: 'perturbation', path: 'src/engine/perturbation', may: ['domain'] },
  { name: 'metrics', path: 'src/engine/metrics', may: ['domain'] },
  {
    name: 'attack',
    path: 'src/engine/attack',
    may: ['domain', 'backend', 'model', 'attribution', 'perturbation', 'metrics'],
  },
  { name: 'engine', path: 'src/engine', may: ['domain', ...ENGINE] },
  { name: 'charts', path: 'src/charts', may: ['domain'] },
  { name: 'report', path: 'src/report', may: ['domain', 'charts'] },
  { name: 'workers', path: 'src/workers', may: ['domain'] },
  { name: 'state', path: 'src/state', may: ['domain', 'image', 'workers'] },
  { name: 'i18n', path: 'src/i18n', may: ['domain'] },
  {
    name: 'components',
    path: 'src/components',
    may: ['domain', 'charts', 'report', 'state', 'i18n'],
  },
  { name: 'cli', path: 'cli', may: ['domain', 'image', 'charts', 'report', 'i18n', ...ENGINE] },
  { name: 'training', path: 'training', may: ['domain', ...ENGINE] },
  { name: 'experiments', path: 'experiments', may: ['domain', 'training', ...ENGINE] },
  { name: 'bench', path: 'bench', may: ['domain', 'training', 'workers', ...ENGINE] },
];

/** Single files with rights of their own: the worker entries, the composition root, the random generator. */
const FILES = [
  {
    category: 'worker-entry',
    pattern: 'src/workers/*.worker.ts',
    may: ['image', 'report', 'i18n', ...ENGINE],
  },
  {
    category: 'composition-root',
    pattern: 'src/main.tsx',
    may: ['domain', 'workers', 'state', 'i18n', 'components'],
  },
];
/** Pure, and small enough for the page: judges a pair within the frame that asks for it. */
const JUDGE = { category: 'judge', pattern: 'src/engine/judgePair.ts' };
const RANDOM = { category: 'random', pattern: 'src/engine/random.ts' };

const to = (types) => ({ to: { element: { types: { anyOf: types } } } });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'public', '.cache'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness comes from src/engine/random.ts, with a seed from the settings.',
        },
        { selector: "CallExpression[callee.property.name='dataSync']", message: 'Await data().' },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      // Index access is typed as defined (numeric code would drown in assertions), so checks of it look needless.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.test.*', 'e2e/**', 'tests/**', '**/*.config.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/include': ['src/**', 'cli/**', 'training/**', 'experiments/**', 'bench/**'],
      'boundaries/elements': FLOORS.map(({ name, path }) => ({ type: name, pattern: path })),
      'boundaries/files': [...FILES, JUDGE, RANDOM].map(({ category, pattern }) => ({
        category,
        pattern,
      })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...FLOORS.map(({ name, may }) => ({
              from: { element: { type: name } },
              allow: to([name, ...may]),
            })),
            ...FILES.map(({ category, may }) => ({
              from: { file: { categories: category } },
              allow: to(may),
            })),
            {
              from: { file: { categories: 'composition-root' } },
              allow: { to: { file: { categories: JUDGE.category } } },
            },
            {
              from: {
                element: { types: { anyOf: [...ENGINE, 'training', 'experiments', 'bench'] } },
              },
              allow: { to: { file: { categories: RANDOM.category } } },
            },
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Elsewhere a function may be a component or a closure that holds a module's state: the file limit holds.
    files: [
      'src/{domain,image,engine,charts,report}/**/*.ts',
      'cli/**/*.ts',
      'training/**/*.ts',
      'experiments/**/*.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|@tensorflow/|pure-rand/|@noble/hashes/)',
              message:
                'The engine is pure compute: TensorFlow.js, the random generator, hashes only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/components/**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, 'react-hooks': reactHooks },
    rules: { ...jsxA11y.flatConfigs.strict.rules, ...reactHooks.configs.recommended.rules },
  },
);
