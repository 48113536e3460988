import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Example, Reading } from '@/lib/classifier';
import { CATEGORIES, type Category, takeMarks } from '@/lib/phrasebook';
import { builtInPaths } from '../tactful/book-files';
import { type Half, inHalf, readLabelled, readPairs } from '../tactful/labelled';
import { openEngine } from '../tactful/open-engine';

const FOLDER = fileURLToPath(new URL('../../phrasebooks/examples', import.meta.url));

/** Where a text came from, for the model card and for leaving parts out. */
export type Source = 'drafts' | 'pairs' | 'plain' | 'own pairs' | 'rules';

export interface TrainingText extends Example {
  reading: Reading;
  source: Source;
  /** Half it belongs to where the file has halves; else it is for training only. */
  number?: number;
  offends: boolean;
}

const readingOf = (file: string): Reading => (/zh/i.test(file) ? 'zh' : 'en');

/** Texts of these files are split into halves by their number: even for training, odd for measuring. */
const HALVED = /^model-(drafts|pairs)-/;

const category = (name: string): Category => {
  const found = CATEGORIES.find((it) => it === name);
  if (found === undefined) throw new Error(`Unknown category ${name}`);
  return found;
};

const fromDrafts = (file: string): TrainingText[] => {
  const { drafts, problems } = readLabelled(file, readFileSync(path.join(FOLDER, file), 'utf8'));
  if (problems[0] !== undefined) throw new Error(`${file}:${problems[0].line} ${problems[0].message}`);
  return drafts.map(({ text, labels, number, language }) => ({
    text,
    spans: labels,
    reading: language === 'en' ? 'en' : 'zh',
    source: 'drafts',
    number: HALVED.test(file) ? number : undefined,
    offends: labels.length > 0,
  }));
};

const fromPairs = (file: string): TrainingText[] => {
  const { lines, problems } = readPairs(file, readFileSync(path.join(FOLDER, file), 'utf8'));
  if (problems[0] !== undefined) throw new Error(`${file}:${problems[0].line} ${problems[0].message}`);
  return lines.map((it) => ({
    text: it.text,
    spans: it.offends ? it.spans.map((span) => ({ ...span, category: category(it.category) })) : [],
    reading: readingOf(file),
    source: file.startsWith('model-own') ? 'own pairs' : file.includes('clean') ? 'plain' : 'pairs',
    number: HALVED.test(file) ? it.number : undefined,
    offends: it.offends,
  }));
};

/** What every rule of the built-in books says it should flag and should pass. */
const fromRules = (): TrainingText[] =>
  openEngine(builtInPaths(), false).books.flatMap((book) =>
    book.taboos.flatMap((taboo): TrainingText[] => {
      const reading: Reading = book.language === 'en' ? 'en' : 'zh';
      const textOf = (it: string | { text: string }): string => (typeof it === 'string' ? it : it.text);
      const flagged = taboo.examples.flag.map((it): TrainingText => {
        const { text, spans } = takeMarks(textOf(it));
        const marked = spans.length > 0 ? spans : [{ start: 0, end: text.length }];
        return {
          text,
          spans: marked.map((span) => ({ ...span, category: taboo.category })),
          reading,
          source: 'rules',
          offends: true,
        };
      });
      const passed = taboo.examples.pass.map((it): TrainingText => {
        const { text } = takeMarks(textOf(it));
        return { text, spans: [], reading, source: 'rules', offends: false };
      });
      return [...flagged, ...passed];
    }),
  );

/** Every text there is to learn from, in a fixed order; the same text twice counts once. */
export const readTexts = (half: Half): TrainingText[] => {
  const files = readdirSync(FOLDER).sort();
  const all = [
    ...files.filter((it) => /^(model-)?drafts[.-].*\.jsonl$/.test(it)).flatMap(fromDrafts),
    ...files.filter((it) => /^model-.*\.tsv$/.test(it)).flatMap(fromPairs),
    ...fromRules(),
  ];
  const seen = new Set<string>();
  return all.filter(({ text, number }) => {
    if (seen.has(text) || (number !== undefined && !inHalf(number, half))) return false;
    seen.add(text);
    return true;
  });
};
