import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inventedRow } from '../../tests/inventedRow.ts';
import { failedRow } from './pictureRow.ts';
import { Problem } from './problem.ts';
import { worstFirst } from './rankRows.ts';
import type { VerdictId } from './score.ts';
import { DEFAULT_PERTURBATION } from './settings.ts';

const verdict = (id: VerdictId) => ({ verdict: { id, reason: 'chance' as const, lattice: null } });
const subject = { picture: '0', sha256: null, label: null, perturbation: DEFAULT_PERTURBATION };

const RANKED = [
  inventedRow('lost', 0.9, verdict('void')),
  inventedRow('chance', 0, verdict('noBetterThanChance')),
  inventedRow('a', 0.2, verdict('changed')),
  inventedRow('a', 0.3, verdict('changed')),
  inventedRow('b', 0.3, verdict('changed')),
  inventedRow('missing', 0, { ...verdict('cannotTell'), agreement: null }),
  inventedRow('unclear', -3, verdict('cannotTell')),
  inventedRow('moved', 0.7, verdict('movedWithPart')),
  inventedRow('same', 0.7, verdict('stable')),
  failedRow(subject, new Problem('file-empty'), 0),
];

it('ranks by verdict, then agreement, then name, whatever the order', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(RANKED, { minLength: RANKED.length, maxLength: RANKED.length }),
      (rows) => {
        expect(worstFirst(rows)).toEqual(RANKED);
      },
    ),
  );
});
