import { show } from '../messages.ts';
import { builtInCards } from '../models.ts';
import { readArguments } from '../usage.ts';

/** `models`: the cards of the models that come with the program. */
export async function models(args: readonly string[]): Promise<void> {
  readArguments(args, []);
  show(await builtInCards());
}
