import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { formatFor } from '../i18n/format.ts';
import { ja } from '../i18n/ja.ts';
import { browserPlatform } from './browserPlatform.ts';
import { inventedReport } from './inventedReport.ts';
import { readChunks } from './pngChunks.ts';
import { renderReport } from './renderReport.ts';
import { readSession } from './sessionChunk.ts';

it.each([{ language: 'en', text: en } as const, { language: 'ja', text: ja } as const])(
  'draws in the browser: $language',
  async ({ language, text }) => {
    const speech = { language, text, format: formatFor(language) };
    const model = inventedReport();
    const png = await renderReport(model, speech, browserPlatform(language));
    const chunks = readChunks(png);
    expect(chunks.every(({ crcMatches }) => crcMatches)).toBe(true);
    expect(chunks[1].type).toBe('pHYs');
    const session = await readSession(png);
    expect(session).toMatchObject({ language, scores: model.scores, verdict: model.verdict });
    const bitmap = await createImageBitmap(new Blob([png]));
    expect([bitmap.width, bitmap.height]).toEqual([2480, 1752]);
  },
);
