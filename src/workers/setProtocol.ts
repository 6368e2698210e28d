import type { BackendInfo } from '../domain/backend.ts';
import type { CalibrationPicture } from '../domain/calibration.ts';
import type { PerturbationSettings } from '../domain/perturbation.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { PictureRow, RowSubject } from '../domain/pictureRow.ts';
import type { ModelRequest, Operation } from './operation.ts';

/** Every row of one picture, and what they were computed on. */
export interface RowsOfPicture {
  readonly rows: readonly PictureRow[];
  readonly backend: BackendInfo;
  readonly modelSha256: string;
}

/** A picture of a set and what is done to it. */
type SetRequest = ModelRequest &
  Omit<RowSubject, 'perturbation'> & { readonly changes: readonly PerturbationSettings[] };

/** Operations of `analysis.worker.ts` for a set of pictures. */
export interface SetOperations {
  /** One picture, a row for each change. */
  pictureRows: Operation<SetRequest, never, RowsOfPicture>;
  /** What one picture says to a calibration whose harmless changes these are. */
  calibrationPicture: Operation<
    SetRequest & { readonly partner: ModelInput | null },
    never,
    CalibrationPicture | null
  >;
}
