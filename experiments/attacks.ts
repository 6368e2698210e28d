/**
 * The attacks of Ghorbani et al. (2019), and one adaptive to the locality-sensitive score, on test pictures of the surface
 * generator: how much do they take from the explanation, how much does chance with the same budget?
 *
 *     npm run experiment:attacks -- --pictures 100 --steps 100 --method gradient
 *
 * What is done is kept in `.cache/`: a run that was stopped goes on. `--shard 0/2` does every second picture; the run
 * without a shard sums up what all have done.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AttackId, type AttackSettings, defaultAttack } from '../src/domain/attack.ts';
import { METHOD_IDS, type MethodId } from '../src/domain/attribution.ts';
import { unknownChoice } from '../src/domain/problem.ts';
import { defaultSettings, type Settings } from '../src/domain/settings.ts';
import { attackExplanation } from '../src/engine/attackExplanation.ts';
import type { Engine } from '../src/engine/engine.ts';
import { largest, predict } from '../src/engine/explain.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { renderSurface } from '../training/datasets/surface.ts';
import { type AttackOutcome, outcomeOf, summaryOf } from './attackOutcomes.ts';
import { openShipped } from './openShipped.ts';
import { provenance } from './provenance.ts';

const ATTACKS_RUN = ['attackTopK', 'attackLens'] as const satisfies readonly AttackId[];
const MODEL = 'surface-natural';
/** The test pictures the model was judged on begin here (training/datasets/surfacePictures.ts, seed 1). */
const FIRST_SEED = 2 ** 31 + 2 ** 20;
const SEED = 1;
/** Path points of integrated gradients. */
const PATH = 16;

const task = { checkpoint: () => Promise.resolve() };

const { values: given } = parseArgs({
  options: {
    pictures: { type: 'string', default: '100' },
    steps: { type: 'string', default: '100' },
    method: { type: 'string', default: 'gradient' },
    shard: { type: 'string', default: '' },
  },
});

function methodGiven(): MethodId {
  const method = METHOD_IDS.find((id) => id === given.method);
  if (!method) throw unknownChoice('--method', METHOD_IDS, given.method);
  return method;
}

async function attackOne(engine: Engine, seed: number, settings: Settings, attack: AttackSettings) {
  const { pixels, height, width, label } = renderSurface(seed);
  const rgb = Uint8ClampedArray.from(
    { length: 3 * pixels.length },
    (_, i) => pixels[Math.floor(i / 3)],
  );
  const input = preprocess({ height, width, pixels: rgb }, engine.model.card.input);
  const [logits] = await predict(engine, [input], () => Promise.resolve());
  const request = { input, settings, targetClass: largest(logits), attack, region: null };
  return outcomeOf({ seed, label }, await attackExplanation(engine, request, task));
}

const read = (file: URL): AttackOutcome[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as AttackOutcome)
    : [];

async function main(): Promise<void> {
  const [method, pictures, steps] = [methodGiven(), Number(given.pictures), Number(given.steps)];
  const engine = await openShipped(MODEL);
  const base = defaultSettings(engine.model.card);
  const settings = { ...base, attribution: { ...base.attribution, method, steps: PATH } };
  const from = provenance(engine.backend, engine.model.card);
  const name = `attacks-${MODEL}-${method}-${steps}`;
  const cache = new URL('../.cache/experiments/', import.meta.url);
  mkdirSync(cache, { recursive: true });
  const kept = new URL(`${name}.jsonl`, cache);
  const [shard, of] = given.shard ? given.shard.split('/').map(Number) : [0, 1];
  const done = new Set(read(kept).map(({ picture, attack }) => `${picture} ${attack}`));
  for (let i = shard; i < pictures; i += of)
    for (const id of ATTACKS_RUN) {
      const seed = FIRST_SEED + i;
      if (done.has(`${seed} ${id}`)) continue;
      const outcome = await attackOne(engine, seed, settings, {
        ...defaultAttack(id, SEED),
        steps,
      });
      appendFileSync(kept, `${JSON.stringify(outcome)}\n`);
      process.stderr.write(
        `${i + 1}/${pictures} ${id} ${outcome.outcome} ${outcome.best?.score}\n`,
      );
    }
  if (given.shard) return;
  const wanted = new Set(Array.from({ length: pictures }, (_, i) => FIRST_SEED + i));
  const outcomes = read(kept)
    .filter(({ picture }) => wanted.has(picture))
    .sort((a, b) => a.picture - b.picture || a.attack.localeCompare(b.attack));
  const summary = Object.fromEntries(
    ATTACKS_RUN.map((id) => [id, summaryOf(outcomes.filter(({ attack }) => attack === id))]),
  );
  const { attribution, score } = settings;
  const attack = { ...defaultAttack('attackTopK', SEED), id: ATTACKS_RUN, steps };
  const asked = {
    pictures,
    firstSeed: FIRST_SEED,
    attack,
    attribution,
    score,
    seed: settings.seed,
  };
  const result = { experiment: 'attacks', ...from, asked, summary, outcomes };
  const file = new URL(`./results/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  process.stdout.write(`${JSON.stringify(summary, null, 1)}\n`);
}

await main();
