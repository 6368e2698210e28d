import { encode } from 'fast-png';
import { type ReactNode, useState } from 'react';
import { boxBytes, middleBox, type PictureBox } from '../../charts/boxEdit.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import type { Result } from '../../state/store.ts';
import controls from '../controls.module.css';
import { NumberField } from '../fields/NumberField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { BoxSurface } from './BoxSurface.tsx';
import styles from './belief.module.css';

/** The box as a mask file as large as the picture: it is then a mask like any other. */
function maskFile(box: PictureBox, size: Pick<PictureBox, 'width' | 'height'>, name: string): File {
  const png = encode({ ...size, data: boxBytes(box, size), channels: 1, depth: 8 });
  return new File([Uint8Array.from(png)], name, { type: 'image/png' });
}

const PARTS = ['x', 'y', 'width', 'height'] as const;

/** The largest value of each part of a box, the others given. */
const mostOf = (box: PictureBox, size: Pick<PictureBox, 'width' | 'height'>): PictureBox => ({
  x: size.width - box.width,
  y: size.height - box.height,
  width: size.width - box.x,
  height: size.height - box.y,
});

function BoxEditor({ result }: { readonly result: Result }): ReactNode {
  const text = useStudyText().belief.box;
  const { mask } = useController();
  const { info, preview } = result.picture;
  const size = { width: info.width, height: info.height };
  const [box, setBox] = useState(() => middleBox(size));
  const most = mostOf(box, size);
  const labels = { x: text.left, y: text.top, width: text.width, height: text.height };
  return (
    <div className={styles.box}>
      <p className={styles.note}>{text.help}</p>
      <BoxSurface preview={preview} size={size} box={box} onChange={setBox} />
      <div className={styles.numbers}>
        {PARTS.map((part) => (
          <NumberField
            key={part}
            label={labels[part]}
            value={box[part]}
            limits={{
              min: part === 'x' || part === 'y' ? 0 : 1,
              max: most[part],
              step: 1,
              integer: true,
            }}
            onChange={(value) => setBox({ ...box, [part]: value })}
          />
        ))}
        <button
          type="button"
          className={controls.button}
          onClick={() => mask.open(maskFile(box, size, text.fileName(box)))}
        >
          {text.use}
        </button>
      </div>
    </div>
  );
}

/** Marks the defect by a box, for the picture the result is about. */
export function BoxPicker(): ReactNode {
  const text = useStudyText().belief.box;
  const result = useApp((state) => state.result);
  const opened = useApp(({ truth }) => truth.opened);
  if (!result) return null;
  return (
    <details className={controls.disclosure}>
      <summary>
        {text.summary}
        {opened && <span className={styles.note}>{text.current({ name: opened.name })}</span>}
      </summary>
      {result.picture.session ? (
        <p className={styles.note}>{text.restored}</p>
      ) : (
        <BoxEditor key={result.file.id} result={result} />
      )}
    </details>
  );
}
