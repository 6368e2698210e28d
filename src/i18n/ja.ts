import type { Catalogue } from './en.ts';
import { app } from './ja/app.ts';
import { backend } from './ja/backend.ts';
import { change } from './ja/change.ts';
import { exporting } from './ja/exporting.ts';
import { figures } from './ja/figures.ts';
import { maps } from './ja/maps.ts';
import { methods } from './ja/methods.ts';
import { model } from './ja/model.ts';
import { perturbations } from './ja/perturbations.ts';
import { picture } from './ja/picture.ts';
import { problems } from './ja/problems.ts';
import { progress } from './ja/progress.ts';
import { report } from './ja/report.ts';
import { restoring } from './ja/restoring.ts';
import { scores } from './ja/scores.ts';
import { settings } from './ja/settings.ts';
import { truth } from './ja/truth.ts';
import { verdicts } from './ja/verdicts.ts';
import { view } from './ja/view.ts';

/** The Japanese catalogue. */
export const ja: Catalogue = {
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
