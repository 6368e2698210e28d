import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { boxBetween, movedBox, type PictureBox, resizedBox } from '../../charts/boxEdit.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import type { Result } from '../../state/store.ts';
import { PixelCanvas } from '../figures/PixelCanvas.tsx';
import styles from './belief.module.css';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels per key press with Shift. */
const FAR = 10;

interface BoxSurfaceProps {
  readonly preview: Result['picture']['preview'];
  /** Of the picture the box is on, pixels; the preview may be smaller. */
  readonly size: { readonly width: number; readonly height: number };
  readonly box: PictureBox;
  readonly onChange: (box: PictureBox) => void;
}

/** Where a pointer is, in shares of the surface. */
function spotOf(event: PointerEvent<HTMLDivElement>): readonly [number, number] {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [(event.clientX - left) / width, (event.clientY - top) / height];
}

/** The picture with the box on it: dragging draws a new one, its handles move it by arrow keys. */
export function BoxSurface({ preview, size, box, onChange }: BoxSurfaceProps): ReactNode {
  const text = useStudyText().belief.box;
  const from = useRef<readonly [number, number] | null>(null);
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  const onKey = (change: typeof movedBox) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? FAR : 1;
    onChange(change(box, step * arrow[0], step * arrow[1], size));
  };
  return (
    <div
      className={styles.surface}
      style={{ aspectRatio: `${preview.width} / ${preview.height}` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = spotOf(event);
      }}
      onPointerMove={(event) => {
        if (from.current) onChange(boxBetween(from.current, spotOf(event), size));
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    >
      <PixelCanvas
        pixels={preview.pixels}
        size={preview}
        region={{ left: 0, top: 0, width: preview.width, height: preview.height }}
        name={text.picture}
      />
      <div
        className={styles.frame}
        style={{
          left: percent(box.x, size.width),
          top: percent(box.y, size.height),
          width: percent(box.width, size.width),
          height: percent(box.height, size.height),
        }}
      >
        <button
          type="button"
          className={styles.mover}
          aria-label={text.move}
          onKeyDown={onKey(movedBox)}
        />
        <button
          type="button"
          className={styles.corner}
          aria-label={text.resize}
          onKeyDown={onKey(resizedBox)}
        />
      </div>
    </div>
  );
}
