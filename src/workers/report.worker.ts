import type { Language } from '../domain/language.ts';
import { loadReportSpeech } from '../i18n/reportSpeech.ts';
import { browserPlatform } from '../report/browserPlatform.ts';
import type { MapsReport } from '../report/mapsReport.ts';
import { renderReport } from '../report/renderReport.ts';
import type { ReportModel } from '../report/reportModel.ts';
import { serve } from './host.ts';

/** `report.worker.ts`: a page of print resolution takes half a second to draw, so not on the page's thread. */
export interface ReportOperations {
  render: {
    readonly request: { readonly model: ReportModel | MapsReport; readonly language: Language };
    readonly partial: never;
    readonly result: Uint8Array<ArrayBuffer>;
  };
}

serve<ReportOperations>(self, {
  render: async ({ model, language }) =>
    renderReport(model, await loadReportSpeech(language), browserPlatform(language)),
});
