import { parse as parsePath } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { backgroundRgb } from '../../src/domain/picture.ts';
import { unknownChoice } from '../../src/domain/problem.ts';
import type { ProfileStanding } from '../../src/domain/profile.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { analyse } from '../../src/engine/pipeline.ts';
import { pairJson } from '../../src/report/pairJson.ts';
import type { ReportModel } from '../../src/report/reportModel.ts';
import { judge, scoredCurve } from '../judge.ts';
import { say, show, untiring } from '../messages.ts';
import { openModel } from '../models.ts';
import { readPicture } from '../nodePicture.ts';
import { profiledSettings } from '../profile.ts';
import { writeReport } from '../reporter.ts';
import { ATTRIBUTION_OPTIONS, STABILITY_OPTIONS } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';
import { classesJson } from './explain.ts';

/** What stands on stdout for one picture. */
function stabilityJson(model: ReportModel): object {
  const { analysis, verdict, settings, picture } = model;
  const { card, backend, targetClass, gradientCheck, original, perturbed, durationMs } = analysis;
  const side = ({ predictedClass, probabilities, completenessGap }: typeof original): object => ({
    predictedClass,
    classes: classesJson(card, probabilities),
    completenessGap,
  });
  const { facts, ...pair } = pairJson(model);
  return {
    picture,
    model: card.id,
    modelSha256: card.sha256,
    backend,
    settings,
    profile: model.profile,
    target: targetClass,
    gradientCheck,
    original: side(original),
    perturbed: { ...side(perturbed), size: perturbed.size, motion: perturbed.motion },
    ...facts,
    ...pair,
    verdict,
    durationMs,
  };
}

/** `out.png`, or with several pictures `out-part7.png` for each. */
function reportPath(wanted: string, picture: string, several: boolean): string {
  if (!several) return wanted;
  const { dir, name, ext } = parsePath(wanted);
  return `${dir === '' ? '' : `${dir}/`}${name}-${parsePath(picture).name}${ext}`;
}

interface Job {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly profile: ProfileStanding | null;
  readonly background: string;
  readonly language: Language;
}

async function runPicture(path: string, job: Job, report: string | null): Promise<object> {
  const { engine, settings, profile, language } = job;
  const { info, picture } = await readPicture(path, backgroundRgb(job.background));
  for (const note of info.notes) say(`${info.name}: ${note}`);
  const request = { input: preprocess(picture, engine.model.card.input), settings };
  const analysis = await analyse(engine, request, untiring);
  const judged = await judge(engine, analysis, settings);
  const facts = {
    analysis,
    ...judged,
    truth: null,
    belief: null,
    sensitivity: null,
    attack: null,
    settings,
    profile,
    picture: info,
  };
  const model = { ...facts, curve: [], version: packageJson.version, date: new Date() };
  if (report === null) return stabilityJson(model);
  const { points, sensitivity } = await scoredCurve(engine, analysis, request);
  await writeReport({ ...model, curve: points, sensitivity }, language, report);
  say(`${info.name}: report ${report}`);
  return stabilityJson(model);
}

function languageOf(given: Given): Language {
  const name = given.text('language') ?? 'en';
  const language = LANGUAGES.find((id) => id === name);
  if (!language) throw unknownChoice('--language', LANGUAGES, name);
  return language;
}

/**
 * `stability IMAGE… --model ID|DIR --method M --perturbation P --strength S | --dx X --dy Y [--k K --w W --seed N]
 * [--report out.png --language en|ja]`: one result for one picture, a list for several.
 */
export async function stability(args: readonly string[]): Promise<void> {
  const options = [...ATTRIBUTION_OPTIONS, ...STABILITY_OPTIONS, 'report', 'language'];
  const given = readArguments(args, options);
  const paths = given.positionals;
  if (paths.length === 0) throw missing('stability', 'given at least one IMAGE');
  const background = given.text('background') ?? 'white';
  backgroundRgb(background);
  const language = languageOf(given);
  const engine = await openModel(given.text('model'));
  const { settings, profile } = await profiledSettings(given, engine.model.card);
  const job: Job = { engine, settings, profile, background, language };
  const results: object[] = [];
  const wanted = given.text('report');
  for (const path of paths) {
    const report = wanted === undefined ? null : reportPath(wanted, path, paths.length > 1);
    results.push(await runPicture(path, job, report));
  }
  show(results.length === 1 ? results[0] : results);
}
