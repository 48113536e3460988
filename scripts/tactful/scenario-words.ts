import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@/lib/phrasebook';
import type { MoveWords, ScenarioWords } from '@/lib/phrasebook/runtime';

/** Simplified and Traditional are folded into one, so they learn together. */
export const WORDS = { zh: ['zh-Hans', 'zh-Hant'], en: ['en'] } as const satisfies Record<
  string,
  readonly Language[]
>;
export type WordsName = keyof typeof WORDS;

const folder = fileURLToPath(new URL('../../phrasebooks/words', import.meta.url));

export const wordsPath = (name: WordsName): string => path.join(folder, `${name}.json`);
export const moveWordsPath = (name: WordsName): string => path.join(folder, `moves.${name}.json`);

const nameFor = (language: Language): WordsName => (language === 'en' ? 'en' : 'zh');

/** What was learned for a language, as committed. */
export const readWords = (language: Language): ScenarioWords =>
  JSON.parse(readFileSync(wordsPath(nameFor(language)), 'utf8')) as ScenarioWords;

export const readMoveWords = (language: Language): MoveWords =>
  JSON.parse(readFileSync(moveWordsPath(nameFor(language)), 'utf8')) as MoveWords;
