import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Classifier, type ModelFile, type Reading } from '@/lib/classifier';
import type { Models } from '@/lib/reply';
import { type ReadArguments, UsageError } from './arguments';

const BUILT_IN_FOLDER = fileURLToPath(new URL('../../phrasebooks/model', import.meta.url));

const open = (folder: string, reading: Reading): Classifier => {
  const file = path.join(folder, `${reading}.json`);
  if (!existsSync(file)) throw new UsageError(`There is no model ${file}`);
  return new Classifier(JSON.parse(readFileSync(file, 'utf8')) as ModelFile);
};

/** The models that `--with-model` (the built-in ones) or `--model FOLDER` asks for; `undefined` without either. */
export const modelsFromArguments = (read: ReadArguments): Models | undefined => {
  const folder = read.one.get('model');
  if (folder === undefined && !read.flags.has('with-model')) return undefined;
  return { zh: open(folder ?? BUILT_IN_FOLDER, 'zh'), en: open(folder ?? BUILT_IN_FOLDER, 'en') };
};
