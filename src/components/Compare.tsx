import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import type { AppState } from '../state/store.ts';
import styles from './Compare.module.css';
import controls from './controls.module.css';
import { ExportButtons } from './exporting/ExportButtons.tsx';
import { MapsHeatmaps, MapsVerdict } from './maps/MapsAnswer.tsx';
import { MapsEvidence } from './maps/MapsEvidence.tsx';
import { MapsPanel } from './maps/MapsPanel.tsx';
import { MapsSettings } from './maps/MapsSettings.tsx';
import { Evidence } from './result/Evidence.tsx';
import { Heatmaps } from './result/Heatmaps.tsx';
import { ResultStatus } from './result/ResultStatus.tsx';
import { ResultVerdict } from './result/ResultVerdict.tsx';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { SourcePanel } from './source/SourcePanel.tsx';
import { useApp } from './storeContext.ts';
import { useMedia } from './useMedia.ts';
import { usePieces } from './usePieces.ts';

const ofMaps = ({ maps }: AppState): boolean => maps !== null;

const Source = (): ReactNode => (useApp(ofMaps) ? <MapsPanel /> : <SourcePanel />);
const Settings = (): ReactNode => (useApp(ofMaps) ? <MapsSettings /> : <SettingsPanel />);
const Proof = (): ReactNode => (useApp(ofMaps) ? <MapsEvidence /> : <Evidence />);

/** The answer and the pair it is about. */
function Answer(): ReactNode {
  const text = useText().app;
  return (
    <section id="result" className={styles.answer} tabIndex={-1} aria-label={text.result}>
      <ResultStatus />
      {useApp(ofMaps) ? (
        <>
          <MapsVerdict />
          <MapsHeatmaps />
        </>
      ) : (
        <>
          <ResultVerdict />
          <Heatmaps />
        </>
      )}
    </section>
  );
}

interface ScreenProps {
  /** 0 is the answer alone, 1 with what goes in, 2 with the settings. */
  readonly pieces: number;
}

/** Everything in one column: the answer first, what goes in and the settings folded below it. */
function Narrow({ pieces }: ScreenProps): ReactNode {
  const text = useText().app;
  return (
    <div className={styles.narrow}>
      <Answer />
      <details className={`${controls.disclosure} ${styles.fold}`} open>
        <summary>{text.pictureAndModel}</summary>
        {pieces >= 1 && <Source />}
      </details>
      <details className={`${controls.disclosure} ${styles.fold}`}>
        <summary>{text.settings}</summary>
        {pieces >= 2 && <Settings />}
      </details>
      <Proof />
      <div className={styles.exportsNarrow}>
        <ExportButtons />
      </div>
    </div>
  );
}

/** Three columns: what goes in, the answer with its evidence, what is asked. */
function Wide({ pieces }: ScreenProps): ReactNode {
  const text = useText().app;
  return (
    <div className={styles.wide}>
      <section className={styles.side} aria-label={text.pictureAndModel}>
        {pieces >= 1 && <Source />}
      </section>
      <div className={styles.centre}>
        <Answer />
        <Proof />
      </div>
      <div className={styles.right}>
        <section className={styles.settings} aria-label={text.settings}>
          {pieces >= 2 && <Settings />}
        </section>
        <ExportButtons />
      </div>
    </div>
  );
}

/** The screen that compares an explanation before and after a small change. */
export function Compare(): ReactNode {
  const pieces = usePieces(2);
  return useMedia('(max-width: 759px)') ? <Narrow pieces={pieces} /> : <Wide pieces={pieces} />;
}
