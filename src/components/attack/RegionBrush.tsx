import { type ReactNode, useId, useMemo } from 'react';
import { emptyRegion, paintedPixels } from '../../charts/brush.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat } from '../../i18n/useText.ts';
import { attackAsked } from '../../state/attack.ts';
import controls from '../controls.module.css';
import { NumberField } from '../fields/NumberField.tsx';
import { CellGrid } from '../figures/CellGrid.tsx';
import { Crosshair } from '../figures/Crosshair.tsx';
import { PixelCanvas } from '../figures/PixelCanvas.tsx';
import { useApp, useStudies } from '../storeContext.ts';
import styles from './attack.module.css';
import { BRUSH_LIMITS, useBrush } from './useBrush.ts';

/** The picture on which the region is painted that the explanation shall be moved to. */
export function RegionBrush(): ReactNode {
  const input = useApp(({ result }) => result?.analysis.original.input);
  // Another size is another brush: its place and its region start anew.
  return input ? <Brush key={`${input.height}×${input.width}`} input={input} /> : null;
}

function Brush({ input }: { readonly input: ModelInput }): ReactNode {
  const text = useStudyText().attack;
  const helpId = useId();
  const { setAttack } = useStudies();
  const { height, width } = input;
  const kept = useApp((state) => attackAsked(state).region);
  const region = useMemo(
    () => (kept?.height === height && kept.width === width ? kept : emptyRegion(height, width)),
    [kept, height, width],
  );
  const brush = useBrush(region, (painted) => setAttack({ region: painted }));
  const pixels = useMemo(() => paintedPixels(input, region), [input, region]);
  const whole = { left: 0, top: 0, width, height };
  const { cursor } = brush;
  const flag = region.flags[cursor.y * width + cursor.x];
  const state = flag === 1 ? text.painted : text.unpainted;
  return (
    <div className={styles.brush}>
      <div className={styles.canvas} style={{ aspectRatio: `${width} / ${height}` }}>
        <PixelCanvas pixels={pixels} size={{ width, height }} region={whole} name={null} />
        <Crosshair region={whole} pixel={cursor} />
        <CellGrid
          label={text.region}
          columns={width}
          rows={height}
          active={{
            column: cursor.x,
            row: cursor.y,
            text: text.cell({ x: String(cursor.x), y: String(cursor.y), painted: state }),
          }}
          tabbable
          describedBy={helpId}
          handlers={brush.handlers}
          touchAction="none"
        />
      </div>
      <BrushTools
        {...brush}
        helpId={helpId}
        share={region.flags.reduce((sum, one) => sum + one, 0) / region.flags.length}
        onClear={() => setAttack({ region: null })}
      />
    </div>
  );
}

interface BrushToolsProps
  extends Pick<ReturnType<typeof useBrush>, 'radius' | 'setRadius' | 'erase' | 'setErase'> {
  readonly helpId: string;
  readonly share: number;
  readonly onClear: () => void;
}

function BrushTools(props: BrushToolsProps): ReactNode {
  const text = useStudyText().attack;
  const format = useFormat();
  const { radius, setRadius, erase, setErase, helpId, share, onClear } = props;
  return (
    <div className={styles.tools}>
      <p id={helpId} className={styles.note}>
        {text.regionHelp}
      </p>
      <NumberField label={text.brush} value={radius} limits={BRUSH_LIMITS} onChange={setRadius} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={erase}
          onChange={({ target }) => setErase(target.checked)}
        />
        {text.erase}
      </label>
      <p className={styles.painted}>
        <span aria-live="polite">{text.share({ share: format.share(share) })}</span>
        <button type="button" className={controls.quiet} disabled={share === 0} onClick={onClear}>
          {text.clear}
        </button>
      </p>
    </div>
  );
}
