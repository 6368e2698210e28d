import type { Language } from '../src/domain/language.ts';
import { loadReportSpeech } from '../src/i18n/reportSpeech.ts';
import { renderReport } from '../src/report/renderReport.ts';
import type { ReportModel } from '../src/report/reportModel.ts';
import { nodePlatform } from './nodePlatform.ts';
import { writeBytes } from './readFiles.ts';

/** Writes a report in one language. */
export async function writeReport(
  model: ReportModel,
  language: Language,
  path: string,
): Promise<void> {
  await writeBytes(path, await renderReport(model, await loadReportSpeech(language), nodePlatform));
}
