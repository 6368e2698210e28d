/** What is said of a result that was restored from a report. */
export const restoring = {
  restored: (n: { date: string }) => `Restored from the report of ${n.date}.`,
  exact: 'Verdict, probabilities and overlap scores agree exactly.',
  agree: (n: { score: string; probability: string }) =>
    `Verdict, probabilities (within ${n.probability}) and overlap scores (within ${n.score}) agree.`,
  differ: (n: { count: string; list: string }) =>
    `${n.count} ${n.count === '1' ? 'value differs' : 'values differ'}: ${n.list}.`,
  differMany: (n: { count: string; list: string }) =>
    `${n.count} values differ, among them ${n.list}.`,
  otherModel: 'The model is another version than then.',
  all: (n: { count: string }) => `All ${n.count} differences`,
  more: (n: { count: string }) => `and ${n.count} more`,
  thenNow: (n: { what: string; then: string; now: string }) =>
    `${n.what} ${n.then} then, ${n.now} now`,
  separator: '; ',
  verdict: 'Verdict',
  aligned: (n: { score: string }) => `${n.score}, aligned`,
  sides: {
    original: {
      decision: 'Decision before the change',
      classCount: 'Number of classes before the change',
      probability: (n: { name: string }) => `Probability of ${n.name} before the change`,
    },
    perturbed: {
      decision: 'Decision after the change',
      classCount: 'Number of classes after the change',
      probability: (n: { name: string }) => `Probability of ${n.name} after the change`,
    },
  },
};
