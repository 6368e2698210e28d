import type { CurveGeometry, CurveTick } from '../charts/curve.ts';
import { curveGeometry } from '../charts/curve.ts';
import { SERIES_STYLES } from '../charts/curveStyle.ts';
import { PERTURBATIONS } from '../domain/perturbation.ts';
import type { Box } from './items.ts';
import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT } from './section.ts';
import { COLOURS, SERIES_INKS } from './style.ts';

const MARGIN = { top: 13, right: 92, bottom: 21, left: 20 } as const;
const LABEL = { size: 7 } as const;
const TICK = { size: 6.5, colour: COLOURS.muted } as const;
/** Marks and dashes of the charts are drawn for the screen; on paper points are smaller. */
const MARK_SCALE = 0.62;
const CHANCE_FILL = '#e1e6ed';

/** Where the report's own pair lies on the curve. */
function currentPlace({ model }: Section): number {
  const { id, shiftX, shiftY, strength } = model.analysis.perturbed.perturbation;
  return id === 'shift' ? Math.hypot(shiftX, shiftY) : strength;
}

function geometryOf(section: Section, box: Box): CurveGeometry {
  const { model } = section;
  const { card, perturbed } = model.analysis;
  return curveGeometry({
    points: model.curve,
    mode: 'value',
    current: currentPlace(section),
    stride: perturbed.perturbation.id === 'shift' ? card.totalStride : null,
    width: box.width,
    height: box.height,
    margin: MARGIN,
    labelHeight: 8.6,
  });
}

function layoutAxes({ sheet, model, speech }: Section, geometry: CurveGeometry, box: Box): void {
  const { plot, xTicks, yTicks } = geometry;
  const at = { x: box.x, y: box.y };
  for (const { position, label } of yTicks) {
    const grid = { ...at, stroke: COLOURS.faint, lineWidth: 0.5 };
    sheet.path(`M${plot.left} ${position}H${plot.right}`, grid);
    const style = { ...TICK, align: 'right' } as const;
    sheet.line(label, box.x + plot.left - 3, box.y + position - 3.6, style);
  }
  sheet.path(`M${plot.left} ${plot.bottom}H${plot.right}`, { ...at, stroke: COLOURS.muted });
  const place = ({ position, label }: CurveTick): void => {
    const style = { ...TICK, align: 'center' } as const;
    sheet.line(label, box.x + position, box.y + plot.bottom + 2.5, style);
  };
  xTicks.forEach(place);
  const unit = PERTURBATIONS[model.analysis.perturbed.perturbation.id].strength?.unit ?? 'px';
  const middle = box.x + (plot.left + plot.right) / 2;
  const style = { ...TICK, align: 'center' } as const;
  sheet.line(speech.text.figures.curve.xAxis[unit], middle, box.y + plot.bottom + 11.5, style);
}

/** Names over the vertical lines, from the left; one that would run into its neighbour is left out. */
function layoutTopLabels(
  { sheet, speech }: Section,
  { plot, lattice, currentX }: CurveGeometry,
  box: Box,
): void {
  const words = speech.text.figures.curve;
  const stride = lattice.at(0);
  const wanted = [
    ...(currentX === null ? [] : [{ x: currentX, text: words.current, bold: true }]),
    ...(stride
      ? [{ x: stride.position, text: speech.text.report.stride({ stride: stride.label }) }]
      : []),
  ];
  let right = Number.NEGATIVE_INFINITY;
  for (const { x, text, ...style } of wanted) {
    const half = sheet.measure(text, { ...TICK, ...style }) / 2;
    const middle = Math.max(plot.left + half, x);
    if (middle - half < right + 4 && right > 0) continue;
    right = middle + half;
    const set = { ...TICK, colour: COLOURS.ink, align: 'center', ...style } as const;
    sheet.line(text, box.x + middle, box.y + plot.top - 11, set);
  }
}

/** The network's grid, and the place the rest of the report is about. */
function layoutMarks({ sheet, speech, model }: Section, geometry: CurveGeometry, box: Box): void {
  const { plot, lattice, currentX } = geometry;
  const at = { x: box.x, y: box.y };
  const words = speech.text.figures.curve;
  for (const { position } of lattice)
    sheet.path(`M${position} ${plot.top}V${plot.bottom}`, {
      ...at,
      stroke: COLOURS.rule,
      lineWidth: 0.6,
      dash: [1.5, 2],
    });
  if (currentX !== null)
    sheet.path(`M${currentX} ${plot.top - 3}V${plot.bottom}`, { ...at, stroke: COLOURS.ink });
  layoutTopLabels({ sheet, speech, model }, geometry, box);
  const changed = geometry.places.filter((_, i) => model.curve[i].decisionChanged);
  for (const place of changed)
    sheet.path('M-1.8 -1.8L1.8 1.8M-1.8 1.8L1.8 -1.8', {
      x: box.x + place,
      y: box.y + plot.top - 2,
      stroke: '#b0231b',
      lineWidth: 0.9,
    });
  if (changed.length > 0) {
    const style = { ...TICK, align: 'right' } as const;
    const right = box.x + plot.right;
    sheet.line(`× ${words.decisionChanged}`, right, box.y - HEADING_HEIGHT + 2, style);
  }
}

function layoutLines({ sheet, speech }: Section, geometry: CurveGeometry, box: Box): void {
  const { plot } = geometry;
  const clip = {
    x: box.x + plot.left - 2,
    y: box.y + plot.top - 2,
    width: plot.right - plot.left + 4,
    height: plot.bottom - plot.top + 4,
  };
  for (const line of geometry.lines) {
    const stroke = SERIES_INKS[line.id];
    const { dash, mark } = SERIES_STYLES[line.id];
    const own = { x: box.x, y: box.y, stroke, lineWidth: 1.1, clip };
    sheet.path(line.path, { ...own, dash: dash.map((length) => length * 0.7) });
    for (const { x, y } of line.marks)
      sheet.path(mark, { x: box.x + x, y: box.y + y, scale: MARK_SCALE, fill: stroke });
    if (!line.label) continue;
    const { fromX, fromY, y } = line.label;
    const labelX = plot.right + 12;
    const lead = { x: box.x, y: box.y, stroke, lineWidth: 0.5 };
    sheet.path(`M${fromX + 3} ${fromY}L${labelX - 2} ${y}`, lead);
    const name = speech.text.figures.curve.series[line.id];
    const style = { ...LABEL, colour: stroke, bold: true };
    sheet.line(name, box.x + labelX, box.y + y - 3.9, style, MARGIN.right - 12);
  }
}

/** Score against distance or strength, with the chance band, the network's grid and the place of this report. */
export function layoutCurve(section: Section, area: Box): void {
  const { sheet, model, speech } = section;
  const words = speech.text.figures.curve;
  sheet.line(words.title, area.x, area.y, HEADING);
  const top = area.y + HEADING_HEIGHT;
  const box = { ...area, y: top, height: area.height - HEADING_HEIGHT };
  if (model.curve.length === 0) {
    sheet.paragraph(speech.text.report.curveEmpty, area.x, top, area.width, TICK);
    return;
  }
  const geometry = geometryOf(section, box);
  for (const { path } of geometry.chance)
    sheet.path(path, { x: box.x, y: box.y, fill: CHANCE_FILL });
  layoutAxes(section, geometry, box);
  layoutMarks(section, geometry, box);
  layoutLines(section, geometry, box);
  if (geometry.chanceY === null) return;
  const key = { x: box.x + box.width - MARGIN.right + 12, y: box.y + geometry.plot.bottom + 4 };
  sheet.rect({ ...key, width: 9, height: 6 }, { fill: CHANCE_FILL, stroke: COLOURS.rule });
  sheet.line(words.chance, key.x + 12, key.y - 0.6, TICK, MARGIN.right - 24);
}
