import { app } from './en/app.ts';
import { backend } from './en/backend.ts';
import { change } from './en/change.ts';
import { exporting } from './en/exporting.ts';
import { figures } from './en/figures.ts';
import { maps } from './en/maps.ts';
import { methods } from './en/methods.ts';
import { model } from './en/model.ts';
import { perturbations } from './en/perturbations.ts';
import { picture } from './en/picture.ts';
import { problems } from './en/problems.ts';
import { progress } from './en/progress.ts';
import { report } from './en/report.ts';
import { restoring } from './en/restoring.ts';
import { scores } from './en/scores.ts';
import { settings } from './en/settings.ts';
import { truth } from './en/truth.ts';
import { verdicts } from './en/verdicts.ts';
import { view } from './en/view.ts';

/** The English catalogue, and by its type the shape of every other. */
export const en = {
  app,
  backend,
  change,
  exporting,
  figures,
  maps,
  methods,
  model,
  perturbations,
  picture,
  problems,
  progress,
  report,
  restoring,
  scores,
  settings,
  truth,
  verdicts,
  view,
};

/** What every language must say: a missing or misspelt key does not compile. */
export type Catalogue = typeof en;
