import { createCanvas } from '@napi-rs/canvas';
import type { Language } from '../src/domain/language.ts';
import { Problem } from '../src/domain/problem.ts';
import { en } from '../src/i18n/en.ts';
import { formatFor } from '../src/i18n/format.ts';
import { ja } from '../src/i18n/ja.ts';
import { renderReport } from '../src/report/renderReport.ts';
import type { ReportModel } from '../src/report/reportModel.ts';
import { cssFont } from '../src/report/style.ts';
import { nodePlatform } from './nodePlatform.ts';
import { writeBytes } from './readFiles.ts';

/** Writes reports in one language. */
export interface Reporter {
  write(model: ReportModel, path: string): Promise<void>;
}

function glyph(letter: string): string {
  const canvas = createCanvas(32, 32);
  const context = canvas.getContext('2d');
  context.font = cssFont({ size: 24, bold: false, mono: false }, 'ja');
  context.fillText(letter, 2, 26);
  return Buffer.from(context.getImageData(0, 0, 32, 32).data).toString('base64');
}

/** A machine without a Japanese font draws the same box for every letter. */
const canDrawJapanese = (): boolean => glyph('傷') !== glyph('像');

/** @throws Problem `backend-unavailable` when the machine has no font for the language */
export function openReporter(language: Language): Reporter {
  if (language === 'ja' && !canDrawJapanese()) {
    const allowed = 'a machine with a Japanese font, for example Noto Sans CJK JP';
    const detail = { what: '--language ja', allowed, got: 'none installed' };
    const message = `--language ja needs ${allowed}, got none; install one, or use --language en`;
    throw new Problem('setting-unknown-choice', detail, message);
  }
  const text = language === 'ja' ? ja : en;
  const speech = { language, text, format: formatFor(language) };
  return {
    async write(model, path) {
      await writeBytes(path, await renderReport(model, speech, nodePlatform(language)));
    },
  };
}
