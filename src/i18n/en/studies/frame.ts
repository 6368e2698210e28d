/** What every study says of its state. */
export const frame = {
  run: 'Run',
  again: 'Run again',
  cancel: 'Cancel',
  /** Name of a button where several stand on the page: what it does and of which study. */
  named: (n: { action: string; study: string }) => `${n.action}: ${n.study}`,
  waiting: 'It can be run as soon as the heatmaps of the settings asked for are there.',
  starting: 'Starting',
  running: (n: { done: string; total: string }) => `${n.done} of ${n.total}`,
  remaining: (n: { time: string }) => `about ${n.time} left`,
  progress: (n: { study: string }) => `Progress: ${n.study}`,
  ready: 'Done.',
  cancelled: 'Cancelled. What was found until then stays below.',
  cancelledEmpty: 'Cancelled before anything was found.',
  outOfDate: 'Out of date: computed from',
  basis: (n: { picture: string; model: string; method: string; change: string }) =>
    `${n.picture} · ${n.model} · ${n.method} · ${n.change}`,
};
