import { useMemo } from 'preact/hooks';
import type { Toaster } from '@/components/ui';
import type { Book, Variable } from '@/lib/phrasebook';
import { entriesOf } from '@/lib/workbench';
import type { Bench } from '../bench';
import { ItemPane } from '../items';
import { writeRoute } from '../route';
import { type ConvertScript, OtherScript } from './other-script';
import { ScriptBeside } from './script-beside';
import { SideBySide, tabooBook } from './side-by-side';

export interface ScriptsPaneProps {
  bench: Bench;
  item: string | null;
  toaster: Toaster;
  go: (item: string | null) => void;
  convert: ConvertScript;
  copy: (text: string) => void;
  /** The books in use, whatever their language. */
  readBooks: () => Promise<readonly Book[]>;
}

/** The scripts, each beside what the customer sees of it. */
export function ScriptsPane({ bench, item, toaster, go, convert, copy, readBooks }: ScriptsPaneProps) {
  const own = bench.own.value;
  const base = bench.base?.book;
  const proved = bench.proof.value?.book;
  const compiled = useMemo(() => (proved === undefined ? null : tabooBook(proved)), [proved]);
  const variables = useMemo(
    () => entriesOf(own, base, 'variables').map((it) => it.item as unknown as Variable),
    [own, base],
  );
  return (
    <ItemPane
      bench={bench}
      part="scripts"
      item={item}
      toaster={toaster}
      go={go}
      beside={(entry, entries) => (
        <>
          <ScriptBeside
            entry={entry}
            entries={entries}
            variables={variables}
            compiled={compiled}
            language={bench.language}
            addressOf={(id) => writeRoute({ at: 'book', book: bench.id, pane: 'scripts', item: id })}
            beside={
              <SideBySide
                key={entry.id}
                bench={bench}
                entry={entry}
                entries={entries}
                variables={variables}
                compiled={compiled}
                readBooks={readBooks}
              />
            }
          />
          {bench.language !== 'en' && (
            <OtherScript
              key={entry.id}
              text={String(entry.item.text ?? '')}
              from={bench.language}
              convert={convert}
              copy={copy}
            />
          )}
        </>
      )}
    />
  );
}
