import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { picturesOf } from './droppedFiles.ts';
import { FileButton } from './FileButton.tsx';
import styles from './source.module.css';

interface OpenButtonsProps {
  readonly onFiles: (files: readonly File[], source: 'file' | 'folder') => void;
}

/** Opens one picture, several, or a folder of them. */
export function OpenButtons({ onFiles }: OpenButtonsProps): ReactNode {
  const text = useText().picture;
  const language = useLanguage();
  const folders = 'webkitdirectory' in HTMLInputElement.prototype;
  return (
    <div className={styles.openers}>
      <FileButton
        label={text.openImage}
        icon="open"
        look="button"
        accept="image/*,.npy,.json"
        takes="files"
        onFiles={(files) => files.length > 0 && onFiles(files, 'file')}
      />
      {folders && (
        <FileButton
          label={text.openFolder}
          icon="folder"
          look="quiet"
          takes="folder"
          onFiles={(files) => onFiles(picturesOf(files, language), 'folder')}
        />
      )}
    </div>
  );
}
