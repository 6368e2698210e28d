import type { ModelCard } from '../domain/model.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { ReportSession } from '../domain/session.ts';
import { checkSettings } from '../domain/settings.ts';
import { type AppState, type PictureFile, pastWithNow } from './store.ts';

const CODE = 'report-not-restorable';
/** Characters shown of a text that a file brought. */
const SHOWN = 60;
/** Characters of a hash that tell two versions apart. */
const HASH = 12;

/** The card of the session's model. @throws Problem `report-not-restorable` when the session cannot be computed here. */
function checkedCard({ settings, input }: ReportSession, cards: readonly ModelCard[]): ModelCard {
  const card = cards.find(({ id }) => id === settings.modelId);
  if (!card) {
    const allowed = cards.map(({ id }) => id).join(', ');
    throw new Problem(CODE, { what: 'model', allowed, got: settings.modelId.slice(0, SHOWN) });
  }
  try {
    checkSettings(settings, card);
  } catch (error) {
    throw new Problem(CODE, asProblem(error).detail);
  }
  const shape = (of: ReportSession['input'] | ModelCard['input']): string =>
    `${of.width} × ${of.height} × ${of.channels}`;
  if (shape(input) !== shape(card.input))
    throw new Problem(CODE, { what: 'input', allowed: shape(card.input), got: shape(input) });
  return card;
}

/**
 * The state once the session of a report was taken over: its settings are asked for, those of before wait for undo, and
 * another version of the model is told.
 * @throws Problem `report-not-restorable`: what, allowed, got; nothing changes then
 */
export function takeOver(
  state: AppState,
  file: PictureFile,
  session: ReportSession,
): Pick<AppState, 'asked' | 'past' | 'preview' | 'notices' | 'restored'> {
  const { settings, modelSha256 } = session;
  const card = checkedCard(session, state.cards);
  const [then, now] = [modelSha256.slice(0, HASH), card.sha256.slice(0, HASH)];
  const otherModel = new Problem('report-other-model', { what: card.id, allowed: then, got: now });
  return {
    asked: { ...state.asked, settings, generation: state.asked.generation + 1 },
    past: pastWithNow(state),
    preview: null,
    notices: modelSha256 === card.sha256 ? state.notices : [...state.notices, otherModel],
    restored: { file, settings, session },
  };
}

/** True while the result on the screen is the one a report was restored to: neither picture nor settings moved on. */
export function showsRestored({ restored, asked, result, scored, maps }: AppState): boolean {
  if (!restored || !result || !scored || maps) return false;
  const { file, settings } = restored;
  return (
    asked.picture === file &&
    asked.settings === settings &&
    result.file === file &&
    result.settings === settings &&
    scored.settings === settings.score &&
    scored.thresholds === settings.thresholds
  );
}
