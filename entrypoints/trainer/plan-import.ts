import type { Given } from '@/components/trainer';
import { fileProblem, megabytes, TABLE_LIMITS } from '@/lib/exchange';
import { type Book, type OwnBook, told } from '@/lib/phrasebook';
import type { ImportPlan, PhrasesAs } from '@/lib/workbench';
import type { ImportQuestion } from './import.worker';
import ImportWorker from './import.worker?worker';

const AS_SCRIPTS: PhrasesAs = { kind: 'scripts', scenario: 'other', move: 'acknowledge' };

const tooLarge = ({ name, size }: File): ImportPlan => {
  const said = told('file-too-large', 'split-files', {
    size: megabytes(size),
    most: megabytes(TABLE_LIMITS.file),
  });
  return {
    edit: { kind: 'all', edits: [] },
    added: [],
    changed: [],
    same: 0,
    otherLanguage: null,
    refused: [{ place: { file: name, line: 1 }, id: null, reasons: [fileProblem(name, 'limit', said)] }],
  };
};

/** Works out beside the page what an import would do. Rejects where the reading itself broke down. */
export async function planBeside(
  given: Given,
  own: OwnBook,
  base: Book | undefined,
  lifetime: AbortSignal,
): Promise<ImportPlan> {
  // Not even read: a file of 200 MB would take the page along.
  if (given.kind === 'file' && given.file.size > TABLE_LIMITS.file) return tooLarge(given.file);
  const question: ImportQuestion = {
    own,
    base: base ?? null,
    ...(given.kind === 'file'
      ? { name: given.file.name, content: new Uint8Array(await given.file.arrayBuffer()), as: AS_SCRIPTS }
      : { name: 'paste', content: given.text, as: given.as }),
  };
  const worker = new ImportWorker();
  try {
    return await new Promise<ImportPlan>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImportPlan>) => resolve(data));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      lifetime.addEventListener('abort', () => reject(new DOMException('The page went', 'AbortError')), {
        once: true,
      });
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
