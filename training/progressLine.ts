/** Prints at most this often, milliseconds. */
const EVERY = 2_000;

/** `task 1200 / 6000, 0:12:30 left, loss 0.213` on stderr, now and then. */
export function createProgressLine(
  task: string,
  now: () => number = Date.now,
): (done: number, total: number, note?: string) => void {
  let began: { at: number; done: number } | null = null;
  let printed = 0;
  return (done, total, note = '') => {
    const at = now();
    began ??= { at, done };
    if (at - printed < EVERY && done < total) return;
    printed = at;
    const pace = (at - began.at) / Math.max(1, done - began.done);
    const left = done > began.done ? `, ${clock((total - done) * pace)} left` : '';
    process.stderr.write(`${task} ${done} / ${total}${left}${note && `, ${note}`}\n`);
  };
}

/** Milliseconds as `h:mm:ss`. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(Math.floor(value) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
