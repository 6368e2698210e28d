import { type ReactNode, useCallback } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useText } from '../../i18n/useText.ts';
import type { PlacedFile } from '../../state/setFolder.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from '../source/FileButton.tsx';
import { useFileDrop } from '../source/useFileDrop.ts';
import { usePictureSets } from '../storeContext.ts';
import styles from './pictureSet.module.css';

/** The files of a dialogue, with their paths where a folder was chosen. */
const placed = (files: readonly File[]): PlacedFile[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** The folder that all files lie in; empty where there is none. */
function nameOf(files: readonly PlacedFile[]): string {
  const roots = new Set(files.map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))));
  const [root = ''] = roots;
  return roots.size === 1 ? root : '';
}

interface SetChooserProps {
  /** There is a set already: what is chosen takes its place. */
  readonly again: boolean;
}

/** Every way to bring a folder of pictures. */
export function SetChooser({ again }: SetChooserProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { picture } = useText();
  const { take } = usePictureSets();
  const takeAll = useCallback((files: readonly PlacedFile[]) => take(nameOf(files), files), [take]);
  const over = useFileDrop(takeAll);
  const folders = 'webkitdirectory' in HTMLInputElement.prototype;
  const onFiles = (files: readonly File[]) => takeAll(placed(files));
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
