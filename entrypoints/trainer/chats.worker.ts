import type { SheetLook, SheetOutline } from '@/components/trainer';
import { type ReadTables, readChats, type Table } from '@/lib/exchange';
import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import { maskText } from '@/lib/review';
import { guessMapping, guessValues, type Mapping, messagesFrom, type Taken, valuesIn } from '@/lib/workbench';

/** What the page asks about a chat export; the rows stay here. */
export type ChatsQuestion =
  | { kind: 'read'; name: string; bytes: Uint8Array; scenarioNames: readonly [string, ScenarioId][] }
  | { kind: 'look' | 'guess' | 'take'; sheet: number; mapping: Mapping };

export interface ChatsAnswers {
  read: { sheets: SheetOutline[]; problems: ReadTables['problems'] };
  look: SheetLook;
  guess: Mapping;
  take: Taken;
}

const PREVIEW = 8;

let tables: readonly Table[] = [];
let scenarioNames: ReadonlyMap<string, ScenarioId> = new Map();

async function answer(question: ChatsQuestion): Promise<ChatsAnswers[keyof ChatsAnswers]> {
  if (question.kind === 'read') {
    const { name, bytes } = question;
    const read = await readChats({ name, bytes });
    tables = read.tables;
    scenarioNames = new Map(question.scenarioNames);
    const sheets = tables.map((it) => ({
      name: it.name,
      headings: it.headings,
      rows: it.rows.length,
      mapping: guessMapping(it),
    }));
    return { sheets, problems: read.problems };
  }
  const { kind, sheet, mapping } = question;
  const table = tables[sheet];
  if (table === undefined) throw new Error(`no sheet ${sheet}`);
  const { headed, columns } = mapping;
  const options = { mask: maskText, scenarioNames };
  switch (kind) {
    case 'look':
      return {
        values: {
          who: valuesIn(table, headed, columns.who),
          verdict: valuesIn(table, headed, columns.verdict),
        },
        preview: messagesFrom(table, mapping, { ...options, most: PREVIEW }).messages,
      };
    case 'guess':
      return { headed, columns, ...guessValues(table, headed, columns) };
    case 'take':
      return messagesFrom(table, mapping, options);
  }
}

self.addEventListener(
  'message',
  ({ data: { id, question } }: MessageEvent<{ id: number; question: ChatsQuestion }>) => {
    answer(question).then(
      (given) => self.postMessage({ id, given }),
      (error: unknown) => self.postMessage({ id, error: String(error) }),
    );
  },
);
