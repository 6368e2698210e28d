import type { ReactNode } from 'react';

/** One path each, on a grid of 16, drawn with the colour of the text. Decoration: a name stands beside it. */
const PATHS = {
  check: 'M3 8.5 6.5 12 13 4.5',
  move: 'M2 8h10M8.5 4.5 12 8l-3.5 3.5M2 4.5v7',
  warning: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.4M8 11.7v.1',
  cross: 'm4 4 8 8m0-8-8 8',
  question: 'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M8 12v.1',
  approx: 'M2.5 6.5c1.8-2 3.6-2 5.5 0s3.7 2 5.5 0M2.5 10.8c1.8-2 3.6-2 5.5 0s3.7 2 5.5 0',
  forbidden: 'M3.8 3.8l8.4 8.4M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  open: 'M8 10.5V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 10v3.5h11V10',
  folder: 'M1.8 12.8V3.5h4.4l1.6 1.8h6.4v7.5Z',
  download: 'M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.5 11v2.5h11V11',
  target:
    'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM8 1.2v3.6M8 11.2v3.6M1.2 8h3.6M11.2 8h3.6',
  undo: 'M5.5 2.8 2.6 5.7l2.9 2.9M3 5.7h6a3.8 3.8 0 0 1 0 7.6H5.5',
  reset: 'M12.9 9.6A5.1 5.1 0 1 1 12 4.9l1.4 1.5M13.6 2.8v3.7H9.9',
  chip: 'M4.5 4.5h7v7h-7ZM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({
  name,
  size = 16,
}: {
  readonly name: IconName;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
