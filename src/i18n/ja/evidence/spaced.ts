const LATIN = /[\x21-\x7e]/;

/** A name with a space behind it where it ends in Latin letters or digits: for the beginning of a sentence, or behind its comma. */
export const leading = (name: string): string => `${name}${LATIN.test(name.slice(-1)) ? ' ' : ''}`;

/** A name with a space on each side that begins or ends in Latin letters or digits, as the text around it has. */
export const spaced = (name: string): string =>
  `${LATIN.test(name.charAt(0)) ? ' ' : ''}${leading(name)}`;
