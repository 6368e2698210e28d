import { type ReactNode, useId } from 'react';
import { COLOUR_MAP_IDS, HEATMAP_VIEW_IDS } from '../../domain/view.ts';
import { useText } from '../../i18n/useText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import styles from './ViewBar.module.css';

/** Which view of the pair, as one row of radio buttons. */
function Modes(): ReactNode {
  const text = useText().view;
  const { setView } = useController();
  const mode = useApp(({ view }) => view.mode);
  const name = useId();
  return (
    <fieldset className={styles.modes}>
      <legend className="visually-hidden">{text.mode}</legend>
      {HEATMAP_VIEW_IDS.map((value) => (
        <label key={value} className={styles.mode}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={mode === value}
            onChange={() => setView({ mode: value })}
          />
          {text.modes[value]}
        </label>
      ))}
    </fieldset>
  );
}

/** Heatmap over picture. */
function Opacity(): ReactNode {
  const text = useText().view;
  const { setView } = useController();
  const view = useApp((state) => state.view);
  const id = useId();
  return (
    <div className={styles.opacity}>
      <label htmlFor={id}>{text.opacity}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={view.opacity}
        onChange={({ target }) => setView({ opacity: Number(target.value) })}
      />
    </div>
  );
}

interface ViewBarProps {
  /** There is a motion to undo. */
  readonly geometric: boolean;
  /** There is no picture to see through to. */
  readonly opaque?: boolean;
}

/** How the heatmaps are shown; nothing here computes anything. */
export function ViewBar({ geometric, opaque = false }: ViewBarProps): ReactNode {
  const text = useText().view;
  const { setView } = useController();
  const view = useApp((state) => state.view);
  return (
    <div className={styles.bar}>
      <Modes />
      {view.mode === 'overlap' ? (
        geometric && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={view.alignedOverlap}
              onChange={({ target }) => setView({ alignedOverlap: target.checked })}
            />
            {text.alignedOverlap}
          </label>
        )
      ) : (
        <>
          {!opaque && <Opacity />}
          <SelectField
            look="bare"
            label={text.colourMap}
            value={view.colourMap}
            choices={COLOUR_MAP_IDS.map((value) => ({ value, name: text.colourMaps[value] }))}
            onChange={(colourMap) => setView({ colourMap })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={view.robustScale}
              onChange={({ target }) => setView({ robustScale: target.checked })}
            />
            {text.robustScale}
          </label>
        </>
      )}
    </div>
  );
}
