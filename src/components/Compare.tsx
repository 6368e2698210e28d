import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import styles from './Compare.module.css';
import controls from './controls.module.css';
import { ExportButtons } from './exporting/ExportButtons.tsx';
import { Evidence } from './result/Evidence.tsx';
import { Heatmaps } from './result/Heatmaps.tsx';
import { ResultStatus } from './result/ResultStatus.tsx';
import { ResultVerdict } from './result/ResultVerdict.tsx';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { SourcePanel } from './source/SourcePanel.tsx';
import { useMedia } from './useMedia.ts';

/** The answer and the pair it is about. */
function Answer(): ReactNode {
  const text = useText().app;
  return (
    <section id="result" className={styles.answer} tabIndex={-1} aria-label={text.result}>
      <ResultStatus />
      <ResultVerdict />
      <Heatmaps />
    </section>
  );
}

/** Everything in one column: the answer first, what goes in and the settings folded below it. */
function Narrow(): ReactNode {
  const text = useText().app;
  return (
    <div className={styles.narrow}>
      <Answer />
      <details className={`${controls.disclosure} ${styles.fold}`} open>
        <summary>{text.pictureAndModel}</summary>
        <SourcePanel />
      </details>
      <details className={`${controls.disclosure} ${styles.fold}`}>
        <summary>{text.settings}</summary>
        <SettingsPanel />
      </details>
      <Evidence />
      <div className={styles.exportsNarrow}>
        <ExportButtons />
      </div>
    </div>
  );
}

/** Three columns: what goes in, the answer with its evidence, what is asked. */
function Wide(): ReactNode {
  const text = useText().app;
  return (
    <div className={styles.wide}>
      <section className={styles.side} aria-label={text.pictureAndModel}>
        <SourcePanel />
      </section>
      <div className={styles.centre}>
        <Answer />
        <Evidence />
      </div>
      <div className={styles.right}>
        <section className={styles.settings} aria-label={text.settings}>
          <SettingsPanel />
        </section>
        <ExportButtons />
      </div>
    </div>
  );
}

/** The screen that compares an explanation before and after a small change. */
export function Compare(): ReactNode {
  return useMedia('(max-width: 759px)') ? <Narrow /> : <Wide />;
}
