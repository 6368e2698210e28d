import type { ReactNode } from 'react';
import { Concentration } from '../result/Concentration.tsx';
import { CorrectedSwitch } from '../result/CorrectedSwitch.tsx';
import result from '../result/result.module.css';
import { ScoreTable } from '../result/ScoreTable.tsx';
import { Surface } from '../result/Surface.tsx';
import { useKnownScores } from '../result/useKnownScores.ts';
import { useApp, useController } from '../storeContext.ts';

/** What the verdict on two maps stands on: scores, surface, concentration. */
export function MapsEvidence(): ReactNode {
  const maps = useApp((state) => state.maps);
  const known = useKnownScores();
  const { setScore } = useController().maps;
  if (!maps) return null;
  const { height, width } = maps.original.map;
  return (
    <div className={result.evidence}>
      <CorrectedSwitch />
      <div className={result.figures}>
        <Surface pixels={height * width} current={maps.score} onSelect={setScore} />
        <dl className={`${result.card} ${result.checks} ${result.brief}`}>
          <Concentration />
        </dl>
        <div className={result.whole}>
          <ScoreTable known={known} />
        </div>
      </div>
    </div>
  );
}
