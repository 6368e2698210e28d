import type { ReactNode } from 'react';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import shared from './cellFigure.module.css';
import styles from './ShiftMap.module.css';

function Entry({ children, mark }: { children: ReactNode; mark: ReactNode }) {
  return (
    <li>
      <svg viewBox="-0.2 -0.2 1.4 1.4" aria-hidden="true" className={styles.key}>
        {mark}
      </svg>
      {children}
    </li>
  );
}

/** What the marks in the grids mean; only those that are there. */
export function ShiftMapLegend(props: {
  readonly texts: FigureTexts['shiftMap'];
  readonly stride: number | null;
  readonly pending: boolean;
  readonly changed: boolean;
}) {
  const { texts, stride, pending, changed } = props;
  return (
    <ul className={styles.legend}>
      <Entry
        mark={
          <>
            <path d="M0 0h1v1h-1z" className={shared.frameUnder} />
            <path d="M0 0h1v1h-1z" className={shared.current} />
          </>
        }
      >
        {texts.current}
      </Entry>
      {stride !== null && (
        <Entry
          mark={
            <>
              <rect width="1" height="1" className={styles.keyCell} />
              <path d="M.5 .5h0" className={styles.latticeUnder} />
              <path d="M.5 .5h0" className={styles.lattice} />
            </>
          }
        >
          {texts.lattice({ stride })}
        </Entry>
      )}
      {changed && (
        <Entry
          mark={
            <>
              <rect width="1" height="1" className={styles.keyCell} />
              <path d="M.28 .28l.44 .44m0 -.44l-.44 .44" className={styles.changed} />
            </>
          }
        >
          {texts.decisionChanged}
        </Entry>
      )}
      {pending && (
        <li>
          <span className={styles.keyPending} />
          {texts.pending}
        </li>
      )}
    </ul>
  );
}
