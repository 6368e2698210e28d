const PREFIX = 'own-';
const SCHEME = 'own:';
/** Hexadecimal digits that tell models apart. */
const DIGITS = 12;

/** Id of a model that its user brought, from what it consists of: the same files are the same model. */
export const ownIdOf = (sha256: string): string => `${PREFIX}${sha256.slice(0, DIGITS)}`;

/** Whether a model is kept in this browser, and does not come with the program. */
export const isOwn = (modelId: string): boolean => modelId.startsWith(PREFIX);

/** Where a model kept in this browser is found, in the place of an address. */
export const ownUrlOf = (modelId: string): string => `${SCHEME}${modelId}`;

/** The id in such a place; null for every other address. */
export const ownIdIn = (modelUrl: string): string | null =>
  modelUrl.startsWith(SCHEME) ? modelUrl.slice(SCHEME.length) : null;
