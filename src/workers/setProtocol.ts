import type { BackendInfo } from '../domain/backend.ts';
import type { PerturbationSettings } from '../domain/perturbation.ts';
import type { PictureRow, RowSubject } from '../domain/pictureRow.ts';
import type { ModelRequest, Operation } from './operation.ts';

/** Every row of one picture, and what they were computed on. */
export interface RowsOfPicture {
  readonly rows: readonly PictureRow[];
  readonly backend: BackendInfo;
  readonly modelSha256: string;
}

/** Operations of `analysis.worker.ts` for a set of pictures. */
export interface SetOperations {
  /** One picture, a row for each change. */
  pictureRows: Operation<
    ModelRequest &
      Omit<RowSubject, 'perturbation'> & { readonly changes: readonly PerturbationSettings[] },
    never,
    RowsOfPicture
  >;
}
