import { type ReactNode, useId } from 'react';
import controls from '../controls.module.css';
import { Icon, type IconName } from '../icons.tsx';
import styles from './source.module.css';

interface FileButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly look: 'button' | 'quiet';
  /** What the file dialogue offers; everything when left out. */
  readonly accept?: string;
  readonly takes: 'file' | 'files' | 'folder';
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file input that looks like a button; the input itself stays focusable and labelled. */
export function FileButton(props: FileButtonProps): ReactNode {
  const { label, icon, look, accept, takes, disabled = false, onFiles } = props;
  const id = useId();
  return (
    <span className={styles.fileButton}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        multiple={takes !== 'file'}
        accept={accept}
        disabled={disabled}
        {...(takes === 'folder' ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file chosen again must be a change again.
          target.value = '';
        }}
      />
      <label htmlFor={id} className={controls[look]}>
        <Icon name={icon} /> {label}
      </label>
    </span>
  );
}
