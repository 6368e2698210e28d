import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat } from '../../i18n/useText.ts';

/** The words about attacks and the number formats they are written with. */
export const useAttackSpeech = () => {
  const text = useStudyText().attackWords;
  const format = useFormat();
  return { text, format };
};
