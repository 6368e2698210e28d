import { expect, it } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { loadReportSpeech } from '../i18n/reportSpeech.ts';
import { browserPlatform } from './browserPlatform.ts';
import { inventedReport } from './inventedReport.ts';
import { readChunks } from './pngChunks.ts';
import { renderReport } from './renderReport.ts';
import { readSession } from './sessionChunk.ts';

it.each(LANGUAGES)('draws in the browser: %s', async (language) => {
  const model = inventedReport();
  const png = await renderReport(
    model,
    await loadReportSpeech(language),
    browserPlatform(language),
  );
  const chunks = readChunks(png);
  expect(chunks.every(({ crcMatches }) => crcMatches)).toBe(true);
  expect(chunks[1].type).toBe('pHYs');
  const session = await readSession(png);
  expect(session).toMatchObject({ language, scores: model.scores, verdict: model.verdict });
  const bitmap = await createImageBitmap(new Blob([png]));
  expect([bitmap.width, bitmap.height]).toEqual([2480, 1752]);
});
