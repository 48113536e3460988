import { decodeText, givenText, phrasesIn, readParts } from '@/lib/exchange';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { type ImportPlan, type PhrasesAs, planImport, type ReadImport, readPhrases } from '@/lib/workbench';

/** Something to be imported, with the book it is to go into. */
export interface ImportQuestion {
  name: string;
  content: Uint8Array | string;
  /** What the lines of a plain list become. */
  as: PhrasesAs;
  own: OwnBook;
  base: Book | null;
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);
const isPlain = (name: string): boolean => /\.(txt|text)$/i.test(name);

async function read({ name, content, as, own }: ImportQuestion): Promise<ReadImport> {
  if (typeof content !== 'string' && !isPlain(name)) {
    return { file: name, ...(await readParts({ name, bytes: content })) };
  }
  let text = content;
  if (typeof text !== 'string') {
    const decoded = decodeText(text);
    // The reader of files says why it cannot be read.
    if (!decoded.ok) return { file: name, ...(await readParts({ name, bytes: text })) };
    text = decoded.text;
  }
  const cells = givenText(name, text);
  if (cells) return { file: name, ...(await readParts(cells)) };
  return readPhrases(name, phrasesIn(text), as, own);
}

self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  void read(data).then((given): void => {
    const plan = planImport(data.own, data.base === null ? undefined : { book: data.base }, given);
    const yaml = typeof data.content !== 'string' && isYaml(data.name) ? decodeText(data.content) : null;
    const answer: ImportPlan = yaml?.ok ? { ...plan, yaml: yaml.text } : plan;
    self.postMessage(answer);
  });
});
