import type { EvidenceView, ViewSeries } from '../../charts/evidenceView.ts';
import type { Level } from '../../domain/evidence.ts';
import type { EvidenceCatalogue } from '../../i18n/evidence.ts';
import type { EvidenceSpeech } from '../../report/conclusions/speech.ts';

/** What a chart of estimates says, on its axes, in its legend and to a screen reader. */
export interface IntervalWords {
  readonly xName: string;
  readonly yName: string;
  readonly levelName: (level: Level) => string;
  /** Empty where there is one series only. */
  readonly seriesName: (series: ViewSeries) => string;
  /** Everything at a level in one sentence. */
  readonly sentenceAt: (index: number) => string;
  readonly estimateAt: (series: ViewSeries, index: number) => string;
  readonly chanceAt: (series: ViewSeries, index: number) => string | null;
  readonly score: EvidenceSpeech['score'];
}

export function intervalWords(
  view: EvidenceView,
  speech: EvidenceSpeech,
  frame: EvidenceCatalogue['frame'],
): IntervalWords {
  const levelName = (level: Level) => speech.name(view.x, level);
  const seriesName = ({ level }: ViewSeries) =>
    view.seriesFactor === null || level === null ? '' : speech.name(view.seriesFactor, level);
  const estimateAt = ({ points }: ViewSeries, index: number) => {
    const point = points[index];
    return point ? speech.estimate(point.estimate) : '–';
  };
  const chanceAt = ({ points }: ViewSeries, index: number) => {
    const chance = points[index]?.chance;
    return chance ? speech.score(chance.value) : null;
  };
  const sentenceAt = (index: number) => {
    const level = view.levels[index];
    if (level === undefined) return '';
    const place = frame.at({ factor: frame.factors[view.x], level: levelName(level) });
    const values = view.series.map((series) => {
      const value = estimateAt(series, index);
      const chance = chanceAt(series, index);
      const said = chance === null ? value : `${value}, ${frame.chance} ${chance}`;
      const name = seriesName(series);
      return name === '' ? said : frame.valueAt({ name, value: said });
    });
    return [place, ...values].join('; ');
  };
  return {
    xName: frame.factors[view.x],
    yName: frame.estimates[view.estimate],
    levelName,
    seriesName,
    sentenceAt,
    estimateAt,
    chanceAt,
    score: speech.score,
  };
}
