import { type ReactNode, useCallback } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useText } from '../../i18n/useText.ts';
import type { PlacedFile } from '../../state/setFolder.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from '../source/FileButton.tsx';
import { usePictureSets } from '../storeContext.ts';
import styles from './pictureSet.module.css';
import { nameOf, useDroppedFolder } from './useDroppedFolder.ts';

/** The files of a dialogue, with their paths where a folder was chosen. */
const placed = (files: readonly File[]): PlacedFile[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));

interface SetChooserProps {
  /** There is a set already: what is chosen takes its place. */
  readonly again: boolean;
}

/** Every way to bring a folder of pictures. */
export function SetChooser({ again }: SetChooserProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { picture } = useText();
  const { take } = usePictureSets();
  const takeAll = useCallback(
    (name: string, files: readonly PlacedFile[]) => files.length > 0 && take(name, files),
    [take],
  );
  const over = useDroppedFolder(takeAll);
  const folders = 'webkitdirectory' in HTMLInputElement.prototype;
  const onFiles = (files: readonly File[]) => takeAll(nameOf(placed(files)), placed(files));
  const buttons = (
    <>
      {folders && (
        <FileButton
          label={again ? text.another : text.chooseFolder}
          icon="folder"
          look={again ? 'quiet' : 'button'}
          takes="folder"
          onFiles={onFiles}
        />
      )}
      {!again && (
        <FileButton
          label={text.chooseFiles}
          icon="open"
          look="quiet"
          accept="image/*"
          takes="files"
          onFiles={onFiles}
        />
      )}
    </>
  );
  if (again)
    return (
      <>
        {buttons}
        {over && <p className={styles.invitation}>{text.dropNow}</p>}
      </>
    );
  return (
    <div className={styles.zone} data-inviting={over}>
      <Icon name="folder" size={28} />
      <p className={styles.drop}>{over ? text.dropNow : text.drop}</p>
      <div className={styles.choose}>{buttons}</div>
      <p className={styles.note}>
        {text.labels}
        <br />
        {picture.formats}
      </p>
    </div>
  );
}
