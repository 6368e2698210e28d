import type { CalibrationPicture } from '../domain/calibration.ts';
import type { ModelCard } from '../domain/model.ts';
import { backgroundRgb, type ModelInput } from '../domain/picture.ts';
import { isScored } from '../domain/pictureRow.ts';
import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import { PROFILE_FORMAT, type Profile } from '../domain/profile.ts';
import type { Progress } from '../domain/progress.ts';
import type { Client } from '../workers/client.ts';
import type { DetailsOperations } from '../workers/protocol.ts';
import {
  type CalibrationState,
  type PictureSet,
  picturesLeft,
  type SetPicture,
  type SetStore,
} from './pictureSet.ts';
import type { SetRunDependencies } from './setRunner.ts';
import { shareOut } from './shareOut.ts';
import type { AppStore } from './store.ts';
import { workersWithin } from './sweeps.ts';

/** What a calibration is asked for. */
export interface CalibrationAsked {
  readonly name: string;
  /** 0.001…0.5. */
  readonly falseAlarmRate: number;
}

export interface CalibrationDependencies extends SetRunDependencies {
  readonly app: AppStore;
  readonly details: Client<DetailsOperations>;
}

/** A set whose run came to its end, with the model it was run with. */
interface Job {
  readonly set: PictureSet;
  readonly asked: SetAsked;
  readonly facts: SetFacts;
  readonly card: ModelCard;
}

/** Each picture with the one half the list away: a neighbour may show the same part. */
function inPairs(pictures: readonly SetPicture[]) {
  const step = Math.floor(pictures.length / 2);
  return pictures.map((picture, index) => ({
    index,
    picture,
    partner: step > 0 ? pictures[(index + step) % pictures.length] : null,
  }));
}

/**
 * A profile from the pictures of a set that can be judged, its changes taken for harmless: what `calibrate` of the command line
 * makes of the same folder.
 * @throws Problem as `calibrate`; `cancelled`; `file-unreadable` where a picture is gone
 */
async function calibrateSet(
  { set, asked, facts, card }: Job,
  { name, falseAlarmRate }: CalibrationAsked,
  { pictures, engines, details, modelUrl, version }: CalibrationDependencies,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Profile> {
  const { settings, changes } = asked;
  const judged = new Set(set.rows.filter(isScored).map(({ picture }) => picture));
  const usable = set.folder.pictures.filter(({ path }) => judged.has(path));
  const open = async ({ path, file }: SetPicture, end: AbortSignal) => {
    if (!file) throw new Problem('file-unreadable', { what: path, allowed: '', got: '' });
    const background = backgroundRgb(asked.background);
    return pictures.call(
      'open',
      { file, name: path, background, spec: card.input },
      { signal: end },
    );
  };
  const found: (CalibrationPicture | null)[] = [];
  const ask = async (
    engine: SetRunDependencies['engines'][number],
    { index, picture, partner }: ReturnType<typeof inPairs>[number],
    end: AbortSignal,
  ) => {
    const { input, info } = await open(picture, end);
    const other: ModelInput | null = partner && (await open(partner, end)).input;
    const said = await engine.call(
      'calibrationPicture',
      {
        ask: facts.backend,
        modelUrl: modelUrl(settings.modelId),
        settings,
        changes,
        input,
        picture: picture.path,
        sha256: info.sha256,
        label: null,
        partner: other,
      },
      { signal: end },
    );
    return { index, said };
  };
  const team = engines.slice(0, workersWithin(facts.backend, card));
  await shareOut(team, inPairs(usable), ask, {
    signal,
    onProgress,
    onPartial: ({ index, said }) => {
      found[index] = said;
    },
  });
  const judgedAgain = found.filter((said) => said !== null);
  const asking = { input: card.input, pictures: judgedAgain, falseAlarmRate, seed: settings.seed };
  const calibrated = await details.call('calibrate', asking, { signal });
  return {
    format: PROFILE_FORMAT,
    name,
    modelId: card.id,
    modelSha256: card.sha256,
    attribution: { ...settings.attribution, targetClass: null },
    ...calibrated,
    harmless: changes,
    date: new Date().toISOString(),
    version,
  };
}

/** Calibrates by the set there is; `end` drops what was begun or found. */
export function createCalibration(store: SetStore, dependencies: CalibrationDependencies) {
  let abort = new AbortController();
  const tell = (calibration: CalibrationState) => store.setState({ calibration });

  const run = async (asked: CalibrationAsked, signal: AbortSignal) => {
    const { set } = store.getState();
    if (!set?.asked || !set.facts || picturesLeft(set).length > 0) return;
    const { modelId } = set.asked.settings;
    const card = dependencies.app.getState().cards.find(({ id }) => id === modelId);
    if (!card) return;
    const since = Date.now();
    tell({ status: 'running', progress: null, since });
    const onProgress = (progress: Progress) =>
      !signal.aborted && tell({ status: 'running', progress, since });
    try {
      const job = { set, asked: set.asked, facts: set.facts, card };
      const profile = await calibrateSet(job, asked, dependencies, { signal, onProgress });
      if (!signal.aborted) tell({ status: 'ready', profile });
    } catch (error) {
      if (!signal.aborted) tell({ status: 'failed', problem: asProblem(error) });
    }
  };

  const end = () => {
    abort.abort();
    tell({ status: 'idle' });
  };
  const begin = (asked: CalibrationAsked) => {
    end();
    abort = new AbortController();
    void run(asked, abort.signal);
  };
  return { begin, end };
}
