/** Stability margin: how much of a perturbation the verdict bears. */
export const margin = {
  title: 'Stability margin',
  about:
    'How strong may the chosen perturbation become before the verdict is another one than without any change?',
  empty:
    'Walks outwards from no change along the chosen perturbation until the verdict turns, then narrows the place down to one step.',
  turns: (n: { place: string; from: string; to: string }) =>
    `The verdict turns at ${n.place}: ${n.from} → ${n.to}.`,
  lost: (n: { place: string; to: string }) => `The explanation is lost at ${n.place}: ${n.to}.`,
  bears: (n: { place: string; verdict: string }) =>
    `The verdict did not turn up to the limit of ${n.place}: ${n.verdict}.`,
  keeps: (n: { place: string }) => `Nothing worse was found up to the limit of ${n.place}.`,
  unjudged: (n: { verdict: string }) =>
    `Even without a change the verdict is “${n.verdict}”: there is no margin to measure. The verdict above says why.`,
  walk: (n: { count: string; step: string; gap: string }) =>
    `${n.count} strengths visited; the turn is narrowed down to ${n.step}. A verdict that turns and turns back within a gap of the walk (up to ${n.gap}) is not seen.`,
  chart: 'Visited strengths and their verdicts',
  chartNote: (n: { agree: string }) =>
    `Height: the higher of top-k and LENS, corrected for chance, aligned where the part moves; dashed: agrees from ${n.agree}.`,
  table: 'All visited strengths',
  columns: { at: 'Strength', verdict: 'Verdict', topK: 'top-k', lens: 'LENS' },
};
