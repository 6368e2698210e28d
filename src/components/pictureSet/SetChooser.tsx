import { type ReactNode, useCallback } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useText } from '../../i18n/useText.ts';
import type { PlacedFile } from '../../state/setFolder.ts';
import { FileButton } from '../source/FileButton.tsx';
import { choosesFolders, FolderZone, placed } from '../source/FolderZone.tsx';
import { useFileDrop } from '../source/useFileDrop.ts';
import { usePictureSets } from '../storeContext.ts';
import styles from './pictureSet.module.css';

/** The folder that all files lie in; empty where there is none. */
function nameOf(files: readonly PlacedFile[]): string {
  const roots = new Set(files.map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))));
  const [root = ''] = roots;
  return roots.size === 1 ? root : '';
}

type Take = (files: readonly PlacedFile[]) => void;

/** Another folder in the place of the one there is. */
function Another({ onFiles }: { readonly onFiles: Take }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const over = useFileDrop(onFiles);
  return (
    <>
      {choosesFolders() && (
        <FileButton
          label={text.another}
          icon="folder"
          look="quiet"
          takes="folder"
          onFiles={(files) => onFiles(placed(files))}
        />
      )}
      {over && <p className={styles.invitation}>{text.dropNow}</p>}
    </>
  );
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
  if (again) return <Another onFiles={takeAll} />;
  return (
    <FolderZone texts={text} accept="image/*" onFiles={takeAll}>
      {text.labels}
      <br />
      {picture.formats}
    </FolderZone>
  );
}
