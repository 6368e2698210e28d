import type { FloatMap } from '../domain/attribution.ts';
import type { ParityCheck } from '../domain/backend.ts';
import type { Task } from '../domain/progress.ts';
import type { Engine } from './engine.ts';
import { explain } from './explain.ts';
import { mapParity } from './model/mapParity.ts';
import { checkRequest, type PictureRequest } from './request.ts';

/** A picture, and the map that another backend made of it. */
export interface ParityRequest extends PictureRequest {
  readonly targetClass: number;
  readonly map: FloatMap;
}

/**
 * Explains the picture on this engine's backend and holds the map against the one given.
 * @throws as `analyse`
 */
export async function checkParity(
  engine: Engine,
  request: ParityRequest,
  task: Task,
): Promise<ParityCheck> {
  checkRequest(request, engine.model.card);
  const [{ map }] = await explain(engine, [request.input], request, (done, total) =>
    task.checkpoint({ stage: 'original', done, total }),
  );
  return mapParity(request.map, map);
}
