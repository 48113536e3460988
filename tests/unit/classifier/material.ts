import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Example, ModelFile, Reading, TrainingOptions } from '@/lib/classifier';
import { CATEGORIES, type Category, takeMarks } from '@/lib/phrasebook';

const FOLDER = path.resolve('phrasebooks');

export const shipped = (reading: Reading): ModelFile =>
  JSON.parse(readFileSync(path.join(FOLDER, 'model', `${reading}.json`), 'utf8')) as ModelFile;

export const classesOf = (reading: Reading): string =>
  readFileSync(path.join(FOLDER, 'model', `classes.${reading}.txt`), 'utf8');

export const optionsFor = (reading: Reading): TrainingOptions => ({
  reading,
  classes: classesOf(reading),
  categories: CATEGORIES,
  thresholds: { quiet: 2, usual: 0, keen: -1 },
  calibration: { slope: 1, offset: 0 },
  // Room enough for a slice, and quick.
  detectorBits: 16,
});

/** Pairs written for training: an offending clause and its innocent twin, one after the other. */
export const ownPairs = (reading: Reading): Example[] =>
  readFileSync(path.join(FOLDER, 'examples', `model-own-${reading}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [side, , category, source = ''] = line.split('\t');
      const { text, spans } = takeMarks(source);
      return {
        text,
        spans: side === 'T' ? spans.map((span) => ({ ...span, category: category as Category })) : [],
      };
    });
