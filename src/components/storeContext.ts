import { createContext, use, useContext } from 'react';
import { useStore } from 'zustand';
import type { Controller } from '../state/controllerTypes.ts';
import type { EvidenceControls } from '../state/evidenceLoader.ts';
import type { OwnModels } from '../state/ownModels.ts';
import type { SetState } from '../state/pictureSet.ts';
import type { SetControls } from '../state/setControls.ts';
import type { AppState, AppStore } from '../state/store.ts';
import type { StudyControls } from '../state/studies.ts';
import type { DrawReport } from './exporting/exportFiles.ts';

/** What the components need of the world: what is known, and whom to ask. */
export interface AppServices {
  readonly store: AppStore;
  readonly controller: Controller;
  readonly drawReport: DrawReport;
  /** Fetched when a study is first looked at; the same promise every time. */
  readonly studies: () => Promise<StudyControls>;
  /** Fetched with the Evidence screen; the same promise every time. */
  readonly evidence: () => Promise<EvidenceControls>;
  /** Fetched with the Evidence screen; the same promise every time. */
  readonly pictureSets: () => Promise<SetControls>;
  /** Fetched with the Models screen; the same promise every time. */
  readonly ownModels: () => Promise<OwnModels>;
}

/** Given by the composition root. */
export const AppContext = createContext<AppServices | null>(null);

function useServices(): AppServices {
  const services = useContext(AppContext);
  if (!services) throw new Error('AppContext has no value');
  return services;
}

/** A part of the state; the component renders again when it changes. `select` must not build new objects. */
export const useApp = <T>(select: (state: AppState) => T): T =>
  useStore(useServices().store, select);

/** Whom to ask for everything. */
export const useController = (): Controller => useServices().controller;

/** Who draws the report. */
export const useDrawReport = (): DrawReport => useServices().drawReport;

/** Whom to ask for studies; suspends until they are there. */
export const useStudies = (): StudyControls => use(useServices().studies());

/** Whom to ask for the results of the experiments; suspends until they are there. */
export const useEvidence = (): EvidenceControls => use(useServices().evidence());

/** Whom to ask for the user's own folder of pictures; suspends until they are there. */
export const usePictureSets = (): SetControls => use(useServices().pictureSets());

/** A part of what is known of that folder. `select` must not build new objects. */
export const useSet = <T>(select: (state: SetState) => T): T =>
  useStore(usePictureSets().store, select);

/** Whom to ask for the user's own models; suspends until they are there. */
export const useOwnModels = (): OwnModels => use(useServices().ownModels());
