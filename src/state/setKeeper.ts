import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import type { PictureFolder, PictureSet } from './pictureSet.ts';
import type { SetStorage } from './setStorage.ts';

/** Keeps what comes, in its order, without anybody waiting for it. */
export interface SetKeeper {
  /** Another set from here on. */
  folder(folder: PictureFolder): void;
  /** Files of the set that were lost. */
  giveBack(folder: PictureFolder): void;
  asked(asked: SetAsked): void;
  facts(facts: SetFacts): void;
  rows(path: string, rows: PictureSet['rows']): void;
  /** Comes back when nothing is left of the set. */
  forget(): Promise<void>;
}

/** @param tell whether the present set will be there after a reload: true once all its files are kept, false once something was not */
export function createSetKeeper(storage: SetStorage, tell: (kept: boolean) => void): SetKeeper {
  let last: Promise<void> = Promise.resolve();
  /** Grows with every set: what was meant for another tells nothing any more. */
  let set = 0;

  const next = (work: () => Promise<void>) => {
    const of = set;
    last = last.then(work).catch(() => {
      if (of === set) tell(false);
    });
    return last;
  };

  /** Large, and so beside the queue: rows do not wait for them. */
  const keepFiles = async ({ pictures }: PictureFolder) => {
    const of = set;
    await last;
    try {
      for (const { path, file } of pictures) {
        if (of !== set) return;
        if (file) await storage.keepFile(path, file);
      }
      if (of === set) tell(true);
    } catch {
      if (of === set) tell(false);
    }
  };

  return {
    folder(folder) {
      set++;
      void next(() => storage.keepFolder(folder));
      void keepFiles(folder);
    },
    giveBack: (folder) => void keepFiles(folder),
    asked: (asked) => void next(() => storage.keepAsked(asked)),
    facts: (facts) => void next(() => storage.keepFacts(facts)),
    rows: (path, rows) => void next(() => storage.keepRows(path, rows)),
    forget() {
      set++;
      return next(() => storage.forget());
    },
  };
}
