import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@/lib/phrasebook';
import type { ScenarioWords } from '@/lib/phrasebook/runtime';

/** Simplified and Traditional are folded into one, so they learn together. */
export const WORDS = { zh: ['zh-Hans', 'zh-Hant'], en: ['en'] } as const satisfies Record<
  string,
  readonly Language[]
>;
export type WordsName = keyof typeof WORDS;

export const wordsPath = (name: WordsName): string =>
  path.join(fileURLToPath(new URL('../../phrasebooks/words', import.meta.url)), `${name}.json`);

/** What was learned for a language, as committed. */
export const readWords = (language: Language): ScenarioWords =>
  JSON.parse(readFileSync(wordsPath(language === 'en' ? 'en' : 'zh'), 'utf8')) as ScenarioWords;
