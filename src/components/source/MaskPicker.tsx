import type { ReactNode } from 'react';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { TruthState } from '../../state/store.ts';
import controls from '../controls.module.css';
import { Hint } from '../fields/Hint.tsx';
import { Icon } from '../icons.tsx';
import { FileButton } from './FileButton.tsx';
import styles from './source.module.css';

interface MaskPickerProps {
  /** A picture is there that a mask can belong to. */
  readonly ready: boolean;
  /** The picture came out of a report, which holds it as the model saw it: no mask fits. */
  readonly restored: boolean;
  readonly truth: Pick<TruthState, 'opening' | 'opened'>;
  /** The heatmaps carry its outline. */
  readonly outlined: boolean;
  readonly onOpen: (file: File) => void;
  readonly onRemove: () => void;
  readonly onOutline: (outlined: boolean) => void;
}

/** Which mask is on, how much it marks, and the way to take it off. */
function MaskOn(props: Omit<MaskPickerProps, 'ready' | 'restored' | 'onOpen'>): ReactNode {
  const { truth, outlined, onRemove, onOutline } = props;
  const text = useText().truth;
  const format = useFormat();
  const { opening, opened } = truth;
  if (opening) return <p className={styles.facts}>{text.opening({ name: opening.name })}</p>;
  if (!opened) return null;
  const { flags } = opened.mask;
  const marked = flags.reduce((sum, flag) => sum + flag, 0);
  const share = format.share(marked / flags.length);
  return (
    <div className={styles.mask}>
      <p className={styles.name} title={opened.name}>
        {text.opened({ name: opened.name })}
      </p>
      <button
        type="button"
        className={controls.quiet}
        aria-label={text.remove}
        title={text.remove}
        onClick={onRemove}
      >
        <Icon name="cross" size={14} />
      </button>
      <p className={styles.share}>
        {text.share({ share })}
        {marked === 0 && <span className={styles.pictureNote}> {text.marksNothing}</span>}
      </p>
      <label className={styles.outline}>
        <input
          type="checkbox"
          checked={outlined}
          onChange={({ target }) => onOutline(target.checked)}
        />
        {text.outline}
      </label>
    </div>
  );
}

/** Puts a mask of the defect on the picture, and takes it off. */
export function MaskPicker({ ready, restored, onOpen, ...on }: MaskPickerProps): ReactNode {
  const text = useText().truth;
  return (
    <>
      <div className={styles.openers}>
        <FileButton
          label={text.open}
          icon="target"
          look="quiet"
          accept="image/png,.png"
          takes="file"
          disabled={!ready}
          onFiles={([file]) => file && onOpen(file)}
        />
        <Hint label={text.about} content={<p>{text.help}</p>}>
          {null}
        </Hint>
      </div>
      {restored && <p className={styles.facts}>{text.restored}</p>}
      <MaskOn {...on} />
    </>
  );
}
