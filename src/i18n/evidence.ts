import type { Language } from '../domain/language.ts';
import { conclusions } from './en/evidence/conclusions.ts';
import { frame } from './en/evidence/frame.ts';
import { pictures } from './en/evidence/pictures.ts';
import { conclusions as conclusionsJa } from './ja/evidence/conclusions.ts';
import { frame as frameJa } from './ja/evidence/frame.ts';
import { pictures as picturesJa } from './ja/evidence/pictures.ts';

const en = { frame, conclusions, pictures };

/** What the Evidence screen says, loaded with it: a missing or misspelt key does not compile. */
export type EvidenceCatalogue = typeof en;

/** The words of the Evidence screen in every language. */
export const EVIDENCE_TEXTS: Readonly<Record<Language, EvidenceCatalogue>> = {
  en,
  ja: { frame: frameJa, conclusions: conclusionsJa, pictures: picturesJa },
};
