import { useMemo } from 'react';
import type { CurvePoint, ShiftCell } from '../../domain/view.ts';
import { useApp } from '../storeContext.ts';

/** The places of the curve computed so far. */
export function useCurvePoints(): readonly CurvePoint[] {
  const { points, scores } = useApp((state) => state.curve);
  const predicted = useApp(({ result }) => result?.analysis.original.predictedClass);
  return useMemo(
    () =>
      points.map(({ at, index, predictedClass }) => ({
        at: at ?? 0,
        scores: scores[index] ?? null,
        decisionChanged: predictedClass !== predicted,
      })),
    [points, scores, predicted],
  );
}

/** The shifts of the map computed so far. */
export function useShiftCells(): readonly ShiftCell[] {
  const { points, scores } = useApp((state) => state.shiftMap);
  const predicted = useApp(({ result }) => result?.analysis.original.predictedClass);
  return useMemo(
    () =>
      points.map(({ perturbation, index, predictedClass }) => ({
        dx: perturbation.shiftX,
        dy: perturbation.shiftY,
        scores: scores[index] ?? null,
        decisionChanged: predictedClass !== predicted,
      })),
    [points, scores, predicted],
  );
}
