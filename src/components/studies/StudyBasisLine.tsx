import { type ReactNode, useContext } from 'react';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import type { StudyBasis } from '../../state/study.ts';
import styles from './StudyPanel.module.css';

/** Says that what stands below belongs to other settings, and to which. */
export function StudyBasisLine(props: {
  readonly basis: StudyBasis;
  /** In the place of the perturbation, where the study has no part in it. */
  readonly change?: string | undefined;
}): ReactNode {
  const { basis, change } = props;
  const speech = useContext(SpeechContext);
  const text = useStudyText().frame;
  const { analysis, picture } = basis.result;
  const { attribution, perturbation } = basis.settings;
  const from = text.basis({
    picture: picture.info.name,
    model: analysis.card.name[speech.language],
    method: speech.text.methods[attribution.method].name,
    change: change ?? changeCaption(perturbation, speech),
  });
  return (
    <p className={styles.stale}>
      <strong>{text.outOfDate}</strong> {from}
    </p>
  );
}
