import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { nodePlatform } from '../../cli/nodePlatform.ts';
import { loadReportSpeech } from '../i18n/reportSpeech.ts';
import { inventedReport } from './inventedReport.ts';
import { renderReport } from './renderReport.ts';
import { readSession } from './sessionChunk.ts';

it('draws a page of print size that carries its session', async () => {
  const model = inventedReport();
  const png = await renderReport(model, await loadReportSpeech('en'), nodePlatform);
  const picture = decode(png, { checkCrc: true });
  expect([picture.width, picture.height]).toEqual([2480, 1752]);
  // 842 pt across at 2480 px: a printer makes A4 of it.
  expect(picture.resolution).toEqual({ x: 8349, y: 8349, unit: 1 });
  const session = await readSession(png);
  expect(session?.input).toEqual(model.analysis.original.input);
  const inked = picture.data.filter((level, i) => i % picture.channels === 0 && level < 100);
  expect(inked.length).toBeGreaterThan(100_000);
});
