import type { BackendId } from '../domain/backend.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { Settings } from '../domain/settings.ts';

/** One operation: what is sent, what may come before the end, what ends it. */
export interface Operation<Request, Partial, Result> {
  readonly request: Request;
  readonly partial: Partial;
  readonly result: Result;
}

/** What every request to the model carries, so that a fresh worker can serve it. */
export interface ModelRequest {
  /** Backend asked for; null lets the engine choose. */
  readonly ask: BackendId | null;
  /** Absolute URL of the model's folder, with a slash at its end; of the user's own ones what `ownUrlOf` gives. */
  readonly modelUrl: string;
  readonly input: ModelInput;
  readonly settings: Settings;
}
