import styles from './ColourScale.module.css';

export interface ColourScaleProps {
  /** Colours from the low to the high end, CSS. */
  readonly stops: readonly string[];
  /** Numbers beside the bar, each at its share 0…1 of it. */
  readonly ticks: readonly { readonly share: number; readonly text: string }[];
  /** Accessible name: what the colours mean, from where to where. */
  readonly label: string;
  /** A word on the scale, for example where it ends. */
  readonly note?: string | undefined;
  /** The note in full. */
  readonly noteLong?: string | undefined;
  readonly orientation: 'vertical' | 'horizontal' | 'adaptive';
}

/** The numbers at either end stay within the bar. */
const BACK: Readonly<Record<number, string>> = { 0: '0%', 1: '-100%' };

/** A colour bar with its numbers; `adaptive` lies down where its container is narrow. */
export function ColourScale(props: ColourScaleProps) {
  const { stops, ticks, label, note, noteLong, orientation } = props;
  return (
    <div className={`${styles.scale} ${styles[orientation]}`} role="img" aria-label={label}>
      <span className={styles.note} title={noteLong}>
        {note}
      </span>
      <div className={styles.body}>
        <div className={styles.bar} style={{ '--stops': stops.join(', ') }} />
        {ticks.map(({ share, text }) => (
          <span
            key={text}
            className={styles.tick}
            style={{ '--share': String(share), '--back': BACK[share] ?? '-50%' }}
          >
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
