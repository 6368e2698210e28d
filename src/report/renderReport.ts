import type { ReportPage } from './items.ts';
import { layoutMapsReport } from './layoutMapsReport.ts';
import { layoutReport } from './layoutReport.ts';
import type { MapsReport } from './mapsReport.ts';
import { type Paper, paintPage } from './paint.ts';
import { insertChunk, physicalSize } from './pngChunks.ts';
import type { ReportModel } from './reportModel.ts';
import type { ReportSpeech } from './reportWords.ts';
import { sessionOf } from './session.ts';
import { writeSession } from './sessionChunk.ts';
import { measureWith } from './sheet.ts';
import { PIXELS_PER_POINT } from './style.ts';

const POINTS_PER_INCH = 72;

/** A canvas of the platform, of a size in pixels. */
export interface ReportCanvas {
  readonly paper: Paper;
  /** The drawing as a PNG file. */
  encode(): Promise<Uint8Array>;
}

/** What a platform lends to a report. */
export interface ReportPlatform {
  createCanvas(width: number, height: number, scale: number): ReportCanvas;
}

const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/** Lets the page answer to its user between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The report as a PNG file: A4 across at 212 dpi (2480 pixels wide), its size in print and, for a picture, the whole session inside.
 * @throws Problem `map-size-mismatch`; whatever the platform's canvas throws
 */
export async function renderReport(
  model: ReportModel | MapsReport,
  speech: ReportSpeech,
  platform: ReportPlatform,
): Promise<Uint8Array<ArrayBuffer>> {
  const measure = measureWith(platform.createCanvas(1, 1, 1).paper);
  const page: ReportPage = model.analysis
    ? layoutReport(model, speech, measure)
    : layoutMapsReport(model, speech, measure);
  await breathe();
  const canvas = platform.createCanvas(pixels(page.width), pixels(page.height), PIXELS_PER_POINT);
  paintPage(page, canvas.paper);
  await breathe();
  const png = await canvas.encode();
  const sized = insertChunk(png, 'pHYs', physicalSize(PIXELS_PER_POINT * POINTS_PER_INCH));
  return model.analysis ? writeSession(sized, sessionOf(model, speech.language)) : sized;
}
