import { type ReactNode, useId } from 'react';
import { useLanguage, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { Icon, type IconName } from '../icons.tsx';
import { picturesOf } from './droppedFiles.ts';
import styles from './source.module.css';

interface FileButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly folder: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file input that looks like a button; the input itself stays focusable and labelled. */
function FileButton({ label, icon, folder, onFiles }: FileButtonProps): ReactNode {
  const id = useId();
  return (
    <span className={styles.fileButton}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        accept={folder ? undefined : 'image/*,.npy,.json'}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file chosen again must be a change again.
          target.value = '';
        }}
      />
      <label htmlFor={id} className={folder ? controls.quiet : controls.button}>
        <Icon name={icon} /> {label}
      </label>
    </span>
  );
}

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
        folder={false}
        onFiles={(files) => files.length > 0 && onFiles(files, 'file')}
      />
      {folders && (
        <FileButton
          label={text.openFolder}
          icon="folder"
          folder
          onFiles={(files) => onFiles(picturesOf(files, language), 'folder')}
        />
      )}
    </div>
  );
}
