import type { PictureRow } from '../domain/pictureRow.ts';
import type { SetFacts, SetFindings } from '../domain/pictureSet.ts';

/** Another number is another layout. */
const SET_FORMAT = 'jitterscope set 1';

/** A row without what differs from run to run; JSON leaves out what is undefined. */
export const withoutTime = (row: PictureRow): object => ({ ...row, durationMs: undefined });

/** A set as one JSON value, the same from page and command line: the same bytes for the same set. */
export function exportSet(facts: SetFacts, { missing, summary, rows }: SetFindings): object {
  const { version, tfjs, backend, modelSha256, classes } = facts;
  const { settings, changes, only, background, total } = facts;
  const program = { format: SET_FORMAT, version, tfjs, backend };
  const asked = { modelSha256, classes, settings, changes, only, background, total };
  return { ...program, ...asked, missing, summary, rows: rows.map(withoutTime) };
}
