import { type ReactNode, useDeferredValue, useEffect } from 'react';
import { PERTURBATIONS, type PerturbationSettings } from '../../domain/perturbation.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { Result } from '../../state/store.ts';
import { ShiftMap } from '../figures/ShiftMap.tsx';
import { StabilityCurve } from '../figures/StabilityCurve.tsx';
import { useApp, useController } from '../storeContext.ts';
import { Studies } from '../studies/Studies.tsx';
import { usePieces } from '../usePieces.ts';
import { Checks } from './Checks.tsx';
import { CorrectedSwitch } from './CorrectedSwitch.tsx';
import styles from './result.module.css';
import { ScoreTable } from './ScoreTable.tsx';
import { Surface } from './Surface.tsx';
import { useKnownScores } from './useKnownScores.ts';
import { useCurvePoints, useShiftCells } from './useSweepFigures.ts';

/** How far the shift map reaches before its first cell is there, pixels. */
const REACH = 8;

const placeOnCurve = ({ id, shiftX, shiftY, strength }: PerturbationSettings): number =>
  id === 'shift' ? Math.hypot(shiftX, shiftY) : strength;

function Curve({ result }: { readonly result: Result }): ReactNode {
  const texts = useText().figures.curve;
  const format = useFormat();
  const { preview, setPerturbation } = useController();
  const points = useCurvePoints();
  const sweep = useApp((state) => state.curve);
  const corrected = useApp(({ view }) => view.corrected);
  const { k, windowRadius } = useApp(({ asked }) => asked.settings.score);
  const { perturbation } = result.settings;
  const { strength } = PERTURBATIONS[perturbation.id];
  const select = (index: number) => {
    const place = sweep.points[index]?.perturbation;
    if (place) setPerturbation(place);
  };
  return (
    <div className={styles.card}>
      <StabilityCurve
        texts={texts}
        points={points}
        unit={strength?.unit ?? 'px'}
        current={placeOnCurve(perturbation)}
        stride={perturbation.id === 'shift' ? result.analysis.card.totalStride : null}
        corrected={corrected}
        subtitle={texts.subtitle({ k: format.integer(k), w: windowRadius })}
        onHover={(index) => preview(index === null ? null : { kind: 'curve', index })}
        onSelect={select}
      />
    </div>
  );
}

function Shifts({ result }: { readonly result: Result }): ReactNode {
  const texts = useText().figures;
  const { preview, setPerturbation } = useController();
  const cells = useShiftCells();
  const total = useApp(({ shiftMap }) => shiftMap.total);
  const corrected = useApp(({ view }) => view.corrected);
  const windowRadius = useApp(({ asked }) => asked.settings.score.windowRadius);
  const { shiftX, shiftY } = result.settings.perturbation;
  const hover = (dx: number, dy: number) => {
    const index = cells.findIndex((cell) => cell.dx === dx && cell.dy === dy);
    if (index >= 0) preview({ kind: 'shiftMap', index });
  };
  return (
    <div className={`${styles.card} ${styles.whole}`}>
      <ShiftMap
        texts={texts}
        cells={cells}
        reach={total > 0 ? (Math.sqrt(total) - 1) / 2 : REACH}
        stride={result.analysis.card.totalStride}
        current={{ dx: shiftX, dy: shiftY }}
        windowRadius={windowRadius}
        corrected={corrected}
        onHover={hover}
        onLeave={() => preview(null)}
        onSelect={(dx, dy) => setPerturbation({ shiftX: dx, shiftY: dy })}
      />
    </div>
  );
}

/** Listens to k and w by itself: the rest of the evidence waits for the scores. */
function PictureSurface({ pixels }: { readonly pixels: number }): ReactNode {
  const score = useApp(({ asked }) => asked.settings.score);
  const { setScore } = useController();
  return <Surface pixels={pixels} current={score} onSelect={setScore} />;
}

/** Surface, table, shift map and checks follow the curve one by one. */
const PIECES = 4;

/** What the verdict stands on: curve, surface, scores, shift map, checks. */
export function Evidence(): ReactNode {
  // Drawn in slices behind the answer: at once it would hold the page for a tenth of a second.
  const result = useDeferredValue(useApp((state) => state.result));
  return result && <Figures result={result} />;
}

function Figures({ result }: { readonly result: Result }): ReactNode {
  const pieces = usePieces(PIECES);
  const { evidenceDrawn } = useController();
  useEffect(() => {
    if (pieces === PIECES) evidenceDrawn();
  }, [pieces, evidenceDrawn]);
  const preview = useApp((state) => state.preview);
  const known = useKnownScores();
  const { original, perturbed } = result.analysis;
  const { height, width } = original.map;
  return (
    <div className={styles.evidence}>
      <CorrectedSwitch />
      <div className={styles.figures}>
        <Curve result={result} />
        {pieces >= 1 && <PictureSurface pixels={height * width} />}
        {pieces >= 2 && (
          <div className={styles.whole}>
            <ScoreTable known={known} />
          </div>
        )}
        {pieces >= 3 && result.settings.perturbation.id === 'shift' && <Shifts result={result} />}
        {pieces >= 4 && (
          <div className={styles.whole}>
            <Checks analysis={result.analysis} shown={preview?.shown ?? perturbed} />
          </div>
        )}
        {pieces >= 4 && <Studies />}
      </div>
    </div>
  );
}
