import { changeCaption } from './changeCaption.ts';
import type { ReportModel } from './reportModel.ts';
import type { ReportSpeech } from './reportWords.ts';
import type { Sheet } from './sheet.ts';

/** What a section of the page is laid out from; most need only a part of the model. */
export interface Section<Model = ReportModel> {
  readonly sheet: Sheet;
  readonly model: Model;
  readonly speech: ReportSpeech;
}

/** Heading of a panel, and the height it takes. */
export const HEADING = { size: 8.5, bold: true } as const;
export const HEADING_HEIGHT = 13;

/** The change in a few words: `shift (+1, 0) px`. */
export const perturbationCaption = ({ model, speech }: Omit<Section, 'sheet'>): string =>
  changeCaption(model.analysis.perturbed.perturbation, speech);
