import { createStore, type StoreApi } from 'zustand/vanilla';
import { type PerturbationSettings, withPerturbation } from '../domain/perturbation.ts';
import { changeKey, type PictureRow, rowKey } from '../domain/pictureRow.ts';
import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import { PRESETS, type PresetId } from '../domain/presets.ts';
import type { Problem } from '../domain/problem.ts';
import type { Profile } from '../domain/profile.ts';
import type { Progress } from '../domain/progress.ts';
import type { RowSummary } from '../domain/rowSummary.ts';

/** A picture of a set. */
export interface SetPicture {
  /** Unique in the set: the path from its folder, parts joined by `/`. */
  readonly path: string;
  /** Null where the browser did not keep it over a reload. */
  readonly file: Blob | null;
}

/** The pictures of a folder. */
export interface PictureFolder {
  readonly name: string;
  /** In order of their paths. */
  readonly pictures: readonly SetPicture[];
  /** Files that are no pictures of the set. */
  readonly leftOut: { readonly masks: number; readonly others: number };
}

export type SetRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      /** Pictures that have all their rows, and how many there are. */
      readonly progress: { readonly stage: 'study'; readonly done: number; readonly total: number };
      readonly since: number;
    }
  | { readonly status: 'failed'; readonly problem: Problem };

/** Where a calibration by the set stands. */
export type CalibrationState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null; readonly since: number }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly profile: Profile };

/** A folder of pictures and what is known of it. */
export interface PictureSet {
  readonly folder: PictureFolder;
  /** Null before its first run. */
  readonly asked: SetAsked | null;
  /** What answered; null before the first answer. */
  readonly facts: SetFacts | null;
  /** In the order they came. */
  readonly rows: readonly PictureRow[];
  readonly run: SetRun;
  /** It is there after a reload; null while that is not known. */
  readonly kept: boolean | null;
}

/** Changes of the next run. */
export interface ChosenChanges {
  /** The one on Compare. */
  readonly compare: boolean;
  readonly presets: readonly PresetId[];
}

/** What was chosen as perturbations, none twice; what a preset does not name is that of Compare. */
export function changesOf(
  { compare, presets }: ChosenChanges,
  base: PerturbationSettings,
): readonly PerturbationSettings[] {
  const named = presets.map((preset) => {
    const { id } = PRESETS[preset];
    return { ...withPerturbation(base, id), ...PRESETS[preset] };
  });
  const byKey = new Map([...(compare ? [base] : []), ...named].map((one) => [changeKey(one), one]));
  return [...byKey.values()];
}

/** What would drop rows, and waits for a yes: another folder, or forgetting this one. */
export type Doubt =
  | { readonly kind: 'replace'; readonly folder: PictureFolder }
  | { readonly kind: 'forget' };

/** Everything about the user's own folder of pictures. One set at a time. */
export interface SetState {
  readonly set: PictureSet | null;
  readonly chosen: ChosenChanges;
  /** Change by change, and the rows it is of; null until it was computed. */
  readonly summary: {
    readonly of: PictureSet['rows'];
    readonly changes: readonly RowSummary[];
  } | null;
  readonly calibration: CalibrationState;
  readonly doubt: Doubt | null;
  /** What an earlier visit left is being looked for. */
  readonly restoring: boolean;
  /** A folder that could not be taken, or a set that could not be restored. */
  readonly notice: Problem | null;
}

export type SetStore = StoreApi<SetState>;

export const createSetStore = (): SetStore =>
  createStore<SetState>(() => ({
    set: null,
    chosen: { compare: true, presets: [] },
    summary: null,
    calibration: { status: 'idle' },
    doubt: null,
    restoring: true,
    notice: null,
  }));

/** A set of which nothing was asked yet. */
export const newSet = (folder: PictureFolder): PictureSet => ({
  folder,
  asked: null,
  facts: null,
  rows: [],
  run: { status: 'idle' },
  kept: null,
});

/** Pictures that lack a row for any of the changes asked for; all of them before the first run. */
export function picturesLeft({ folder, asked, rows }: PictureSet): readonly SetPicture[] {
  if (!asked) return folder.pictures;
  const there = new Set(rows.map(rowKey));
  return folder.pictures.filter(({ path }) =>
    asked.changes.some((perturbation) => !there.has(rowKey({ picture: path, perturbation }))),
  );
}

/** Pictures whose file the browser did not keep. */
export const lostPictures = ({ folder }: PictureSet): number =>
  folder.pictures.filter(({ file }) => file === null).length;

/** Whether rows were computed by another program or model: they are looked at, not gone on with. */
export const isOfOther = ({ facts }: PictureSet, version: string, sha256: string | undefined) =>
  facts !== null && (facts.version !== version || facts.modelSha256 !== sha256);

/** Rows with those of one picture in the place of what it had. */
export const withRows = (
  rows: readonly PictureRow[],
  fresh: readonly PictureRow[],
): readonly PictureRow[] => {
  const keys = new Set(fresh.map(rowKey));
  return [...rows.filter((row) => !keys.has(rowKey(row))), ...fresh];
};

/** Rows in the order of the changes asked for, whichever came first: sets that are equal are written equally. */
export const inOrderOfChanges = ({ asked, rows }: PictureSet): readonly PictureRow[] =>
  (asked?.changes ?? []).flatMap((change) =>
    rows.filter(({ perturbation }) => changeKey(perturbation) === changeKey(change)),
  );
