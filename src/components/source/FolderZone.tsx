import type { ReactNode } from 'react';
import type { PlacedFile } from '../../state/setFolder.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from './FileButton.tsx';
import styles from './FolderZone.module.css';
import { useFileDrop } from './useFileDrop.ts';

/** The files of a dialogue, with their paths where a folder was chosen. */
export const placed = (files: readonly File[]): PlacedFile[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Whether the file dialogue can hand out a whole folder. */
export const choosesFolders = (): boolean => 'webkitdirectory' in HTMLInputElement.prototype;

interface FolderZoneProps {
  readonly texts: {
    readonly drop: string;
    readonly dropNow: string;
    readonly chooseFolder: string;
    readonly chooseFiles: string;
  };
  /** What the dialogue for single files offers; everything when left out. */
  readonly accept?: string;
  readonly disabled?: boolean;
  /** Must not change while nothing else does: it listens to the whole page. */
  readonly onFiles: (files: readonly PlacedFile[]) => void | Promise<void>;
  /** Under the buttons. */
  readonly children: ReactNode;
}

/** Every way to bring a folder: dropped anywhere on the page, or chosen. */
export function FolderZone(props: FolderZoneProps): ReactNode {
  const { texts, accept, disabled = false, onFiles, children } = props;
  const over = useFileDrop(onFiles);
  const take = (files: readonly File[]) => void onFiles(placed(files));
  return (
    <div className={styles.zone} data-inviting={over}>
      <Icon name="folder" size={28} />
      <p className={styles.drop}>{over ? texts.dropNow : texts.drop}</p>
      <div className={styles.choose}>
        {choosesFolders() && (
          <FileButton
            label={texts.chooseFolder}
            icon="folder"
            look="button"
            takes="folder"
            disabled={disabled}
            onFiles={take}
          />
        )}
        <FileButton
          label={texts.chooseFiles}
          icon="open"
          look="quiet"
          takes="files"
          disabled={disabled}
          {...(accept === undefined ? {} : { accept })}
          onFiles={take}
        />
      </div>
      <div className={styles.note}>{children}</div>
    </div>
  );
}
