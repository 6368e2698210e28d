import type { ExperimentId, ExperimentResult } from '../../domain/evidence.ts';
import { settled } from '../../domain/evidenceCells.ts';
import type { AgainstText } from './against.ts';
import { type AntialiasingText, antialiasing, sayAntialiasing } from './antialiasing.ts';
import { type DataSizeText, dataSize, sayDataSize } from './dataSize.ts';
import { type FalseAlarmsText, falseAlarms, sayFalseAlarms } from './falseAlarms.ts';
import { type MethodsText, methods, sayMethods } from './methods.ts';
import {
  type RandomText,
  randomAgainstAttack,
  sayRandomAgainstAttack,
} from './randomAgainstAttack.ts';
import { type RegimesText, regimes, sayRegimes } from './regimes.ts';
import { type ShiftsText, sayShifts, shifts } from './shifts.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';
import { sayWindowAndK, type WindowText, windowAndK } from './windowAndK.ts';

/** The words of all conclusions; a section of the language catalogues. */
export interface ConclusionTexts {
  readonly against: AgainstText;
  readonly randomAgainstAttack: RandomText;
  readonly falseAlarms: FalseAlarmsText;
  readonly regimes: RegimesText;
  readonly dataSize: DataSizeText;
  readonly windowAndK: WindowText;
  readonly shifts: ShiftsText;
  readonly methods: MethodsText;
  readonly antialiasing: AntialiasingText;
}

type Conclude = (
  result: ExperimentResult,
  shown: Shown,
  text: ConclusionTexts,
  speech: EvidenceSpeech,
) => string | null;

/** What `find` finds, said by `say`. */
const by =
  <Finding>(
    find: (result: ExperimentResult, shown: Shown) => Finding | null,
    say: (finding: Finding, text: ConclusionTexts, speech: EvidenceSpeech) => string,
  ): Conclude =>
  (result, shown, text, speech) => {
    const finding = find(result, { ...shown, at: settled(result, shown.at) });
    return finding && say(finding, text, speech);
  };

/** The sentence of every experiment, drawn from the numbers shown; null where they do not suffice for one. */
export const CONCLUSIONS: Readonly<Record<ExperimentId, Conclude>> = {
  randomAgainstAttack: by(randomAgainstAttack, (finding, text, speech) =>
    sayRandomAgainstAttack(finding, text.randomAgainstAttack, speech),
  ),
  falseAlarms: by(falseAlarms, (finding, text, speech) =>
    sayFalseAlarms(finding, text.falseAlarms, speech),
  ),
  regimes: by(regimes, (finding, { against, ...text }, speech) =>
    sayRegimes(finding, { against, ...text.regimes }, speech),
  ),
  dataSize: by(dataSize, (finding, text, speech) => sayDataSize(finding, text.dataSize, speech)),
  windowAndK: by(windowAndK, (finding, text, speech) =>
    sayWindowAndK(finding, text.windowAndK, speech),
  ),
  shifts: by(shifts, (finding, text, speech) => sayShifts(finding, text.shifts, speech)),
  methods: by(methods, (finding, text, speech) => sayMethods(finding, text.methods, speech)),
  antialiasing: by(antialiasing, (finding, { against, ...text }, speech) =>
    sayAntialiasing(finding, { against, ...text.antialiasing }, speech),
  ),
};
