import type { ReactNode } from 'react';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { PictureFile } from '../../state/store.ts';
import controls from '../controls.module.css';
import styles from './source.module.css';

interface FolderListProps {
  readonly pictures: readonly PictureFile[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

/** The pictures of the last folder or multiple drop. */
export function FolderList({ pictures, current, onChoose }: FolderListProps): ReactNode {
  const text = useText().picture;
  const format = useFormat();
  if (pictures.length === 0) return null;
  return (
    <div className={styles.group}>
      <h2 className={controls.heading}>
        {text.folder}{' '}
        <span className={styles.count}>
          {text.folderCount({ count: format.integer(pictures.length) })}
        </span>
      </h2>
      <ul className={styles.folder}>
        {pictures.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.folderItem}
              aria-current={id === current}
              title={name}
              onClick={() => onChoose(id)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
