/** Width of a text in points, in the font it will be drawn with. */
export type MeasureText = (text: string) => number;

/** Characters no line may begin with: closing marks, small kana, sound marks, units. */
const NOT_FIRST = new Set(
  '、。，．,.:;!?！？：；・）)]】」』〉》〕］｝}’”ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥％%℃°～',
);
/** Characters no line may end with: opening marks. */
const NOT_LAST = new Set('（([【「『〈《〔［｛{‘“');

/** Han, kana, full-width forms and their punctuation: a line may break between any two of them. */
const CJK = /[\u2E80-\u303F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;

const isGlued = (before: string, after: string): boolean => {
  const last = before.slice(-1);
  if (NOT_LAST.has(last) || NOT_FIRST.has(after.slice(0, 1))) return true;
  return !CJK.test(last) && !CJK.test(after.slice(0, 1));
};

/** Pieces a line may be broken between; a piece begins with the spaces that precede it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const letter of Array.from(text)) {
    const before = pieces.at(-1);
    const breaks =
      before === undefined ||
      (letter === ' ' && !before.endsWith(' ')) ||
      (letter !== ' ' && before.trim() !== '' && !isGlued(before, letter));
    if (breaks) pieces.push(letter);
    else pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

/** A piece wider than the line, cut wherever it must be; at least one character a line. */
function cutToWidth(piece: string, width: number, measure: MeasureText): string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const letter of Array.from(piece)) {
    if (part && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return part ? [...parts, part] : parts;
}

/**
 * Breaks a text into lines no wider than `width`: at spaces, and between Japanese characters with the rules of line-end marks
 * (kinsoku: no closing mark or small kana first, no opening mark last). Words wider than the line (hashes, file
 * names) are cut. A no-break space never breaks; `\n` always does. Greedy.
 */
export function wrapText(text: string, width: number, measure: MeasureText): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const piece of piecesOf(paragraph)) {
      const bare = piece.trimStart();
      const added = measure(line ? piece : bare);
      if (used + added <= width) {
        line += line ? piece : bare;
        used += added;
        continue;
      }
      if (line) lines.push(line);
      const parts = cutToWidth(bare, width, measure);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = measure(line);
    }
    return [...lines, line.trimEnd()];
  });
}

/** One line no wider than `width`: the middle gives way to an ellipsis, so that start and ending of a file name stay. */
export function ellipsise(text: string, width: number, measure: MeasureText): string {
  if (measure(text) <= width) return text;
  const letters = Array.from(text);
  for (let kept = letters.length - 1; kept > 1; kept--) {
    const head = letters.slice(0, Math.ceil(kept / 2)).join('');
    const shown = `${head}…${letters.slice(letters.length - Math.floor(kept / 2)).join('')}`;
    if (measure(shown) <= width) return shown;
  }
  return '…';
}
