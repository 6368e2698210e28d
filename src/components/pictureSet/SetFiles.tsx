import type { ReactNode } from 'react';
import { worstFirst } from '../../domain/rankRows.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { exportRows } from '../../report/exportRows.ts';
import { exportSet } from '../../report/exportSet.ts';
import { inOrderOfChanges, type PictureSet, picturesLeft } from '../../state/pictureSet.ts';
import controls from '../controls.module.css';
import { download } from '../exporting/exportFiles.ts';
import { Icon } from '../icons.tsx';
import { useSet } from '../storeContext.ts';
import styles from './pictureSet.module.css';

/** The rows there are, for other programs: the same files as `merge` writes. */
export function SetFiles({ set }: { readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const summary = useSet((state) => state.summary);
  const { facts, folder } = set;
  if (!facts) return null;
  const write = (ending: string, type: string, content: string) =>
    download(new File([content], `jitterscope-${folder.name || 'set'}.${ending}`, { type }));
  const ranked = () => worstFirst(inOrderOfChanges(set));
  const csv = () => write('csv', 'text/csv', exportRows(ranked(), facts.classes));
  // A summary of fewer rows would contradict the rows beside it.
  const settled = summary?.of === set.rows ? summary.changes : null;
  const json = (changes: NonNullable<typeof settled>) => {
    const pictures = picturesLeft(set).map(({ path }) => path);
    const found = { missing: { shards: [], pictures }, summary: changes, rows: ranked() };
    write('json', 'application/json', `${JSON.stringify(exportSet(facts, found), null, 1)}\n`);
  };
  return (
    <div className={styles.files}>
      <button type="button" className={controls.quiet} onClick={csv}>
        <Icon name="download" /> {text.csv}
      </button>
      <button
        type="button"
        className={controls.quiet}
        disabled={!settled}
        onClick={() => settled && json(settled)}
      >
        <Icon name="download" /> {text.json}
      </button>
    </div>
  );
}
