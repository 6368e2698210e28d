import type { Language } from '../domain/language.ts';
import { attack } from './en/studies/attack.ts';
import { attackWords } from './en/studies/attackWords.ts';
import { belief } from './en/studies/belief.ts';
import { frame } from './en/studies/frame.ts';
import { gallery } from './en/studies/gallery.ts';
import { margin } from './en/studies/margin.ts';
import { profile } from './en/studies/profile.ts';
import { regimes } from './en/studies/regimes.ts';
import { attack as attackJa } from './ja/studies/attack.ts';
import { attackWords as attackWordsJa } from './ja/studies/attackWords.ts';
import { belief as beliefJa } from './ja/studies/belief.ts';
import { frame as frameJa } from './ja/studies/frame.ts';
import { gallery as galleryJa } from './ja/studies/gallery.ts';
import { margin as marginJa } from './ja/studies/margin.ts';
import { profile as profileJa } from './ja/studies/profile.ts';
import { regimes as regimesJa } from './ja/studies/regimes.ts';

const en = { frame, margin, regimes, attack, attackWords, belief, gallery, profile };

/** What the studies say, loaded with them: a missing or misspelt key does not compile. */
export type StudyCatalogue = typeof en;

/** The words of the studies in every language. */
export const STUDY_TEXTS: Readonly<Record<Language, StudyCatalogue>> = {
  en,
  ja: {
    frame: frameJa,
    margin: marginJa,
    regimes: regimesJa,
    attack: attackJa,
    attackWords: attackWordsJa,
    belief: beliefJa,
    gallery: galleryJa,
    profile: profileJa,
  },
};
