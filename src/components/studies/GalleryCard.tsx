import type { ReactNode } from 'react';
import type { MethodId } from '../../domain/attribution.ts';
import type { GalleryEntry } from '../../domain/gallery.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { Result } from '../../state/store.ts';
import controls from '../controls.module.css';
import { usePairScale } from '../figures/heatmapData.ts';
import { useApp, useController } from '../storeContext.ts';
import styles from './gallery.module.css';
import { Thumb } from './Thumb.tsx';

type Ready = Extract<GalleryEntry, { status: 'ready' }>;

/** Both heatmaps of a method on one scale, its scores and its time. */
function Pair({ entry, result }: { readonly entry: Ready; readonly result: Result }): ReactNode {
  const text = useStudyText().gallery;
  const name = useText().methods[entry.method].name;
  const format = useFormat();
  const colourMap = useApp(({ view }) => view.colourMap);
  const robustScale = useApp(({ view }) => view.robustScale);
  const opacity = useApp(({ view }) => view.opacity);
  const scale = usePairScale(entry.original, entry.perturbed, { colourMap, robustScale, opacity });
  const { original, perturbed } = result.analysis;
  const moved = perturbed.motion !== null;
  return (
    <>
      <div className={styles.pair}>
        <Thumb
          map={entry.original}
          input={original.input}
          scale={scale}
          name={text.original({ method: name })}
        />
        <Thumb
          map={entry.perturbed}
          input={perturbed.input}
          scale={scale}
          name={text.perturbed({ method: name })}
        />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{moved ? `${text.recall}, ${text.raw}` : text.recall}</dt>
          <dd>{format.score(entry.raw)}</dd>
        </div>
        {moved && (
          <div>
            <dt>{`${text.recall}, ${text.aligned}`}</dt>
            <dd>{format.score(entry.aligned)}</dd>
          </div>
        )}
        <div>
          <dt>{text.time}</dt>
          <dd>{text.seconds({ time: format.number(entry.durationMs / 1000, 2) })}</dd>
        </div>
      </dl>
      {entry.dead && <p className={styles.warning}>{text.dead}</p>}
    </>
  );
}

/** Why a method cannot run on the model. */
function Refusal({ entry }: { readonly entry: Extract<GalleryEntry, { status: 'refused' }> }) {
  const { say, todo } = useText().problems.byCode[entry.code];
  return (
    <p className={styles.refused}>
      {say(entry.detail)} {todo}
    </p>
  );
}

interface GalleryCardProps {
  readonly method: MethodId;
  /** Null until it is there. */
  readonly entry: GalleryEntry | null;
  /** What the gallery was computed from. */
  readonly result: Result;
  readonly running: boolean;
}

/** One method: its pair of heatmaps, and the button that makes it the current one. */
export function GalleryCard({ method, entry, result, running }: GalleryCardProps): ReactNode {
  const text = useStudyText().gallery;
  const { name } = useText().methods[method];
  const { setAttribution } = useController();
  const current = useApp(({ asked }) => asked.settings.attribution.method === method);
  return (
    <li className={styles.card} data-method={method} data-current={current}>
      <div className={styles.head}>
        <h4 className={styles.name}>{name}</h4>
        {current && <span className={styles.current}>{text.current}</span>}
        {!current && entry?.status === 'ready' && (
          <button
            type="button"
            className={controls.quiet}
            aria-label={text.useNamed({ method: name })}
            onClick={() => setAttribution({ method })}
          >
            {text.use}
          </button>
        )}
      </div>
      {entry?.status === 'ready' && <Pair entry={entry} result={result} />}
      {entry?.status === 'refused' && <Refusal entry={entry} />}
      {!entry && (
        <p className={styles.pending} data-running={running}>
          {running ? text.pending : text.notReached}
        </p>
      )}
    </li>
  );
}
