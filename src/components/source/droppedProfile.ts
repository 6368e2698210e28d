import { asProblem } from '../../domain/problem.ts';
import type { Controller } from '../../state/controllerTypes.ts';

/** A profile is far smaller; a map of numbers is not read twice. */
const MOST_BYTES = 100_000;
/** How a profile says what it is. */
const MARK = /"format"\s*:\s*"jitterscope profile/;

/** The text of a file that says it is a profile; null for any other files. */
async function profileText([file, ...more]: readonly File[]): Promise<string | null> {
  if (!file || more.length > 0 || !/\.json$/i.test(file.name) || file.size > MOST_BYTES)
    return null;
  const text = await file.text();
  return MARK.test(text) ? text : null;
}

/**
 * Takes over a profile that was dropped like a picture; what is wrong with it is told. Its reader is fetched then.
 * @returns false where the files are no profile
 */
export async function takeProfile(
  files: readonly File[],
  { setProfile, tell }: Pick<Controller, 'setProfile' | 'tell'>,
): Promise<boolean> {
  const text = await profileText(files);
  if (text === null) return false;
  try {
    const { parseProfile } = await import('../../report/parseProfile.ts');
    setProfile(parseProfile(text, files[0].name));
  } catch (error) {
    tell(asProblem(error));
  }
  return true;
}
