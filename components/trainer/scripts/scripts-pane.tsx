import { useMemo } from 'preact/hooks';
import type { Toaster } from '@/components/ui';
import type { Variable } from '@/lib/phrasebook';
import { compileBook, toRuntime } from '@/lib/phrasebook/runtime';
import { entriesOf } from '@/lib/workbench';
import type { Bench } from '../bench';
import { ItemPane } from '../items';
import { writeRoute } from '../route';
import { type ConvertScript, OtherScript } from './other-script';
import { ScriptBeside } from './script-beside';

export interface ScriptsPaneProps {
  bench: Bench;
  item: string | null;
  toaster: Toaster;
  go: (item: string | null) => void;
  convert: ConvertScript;
  copy: (text: string) => void;
}

/** The scripts, each beside what the customer sees of it. */
export function ScriptsPane({ bench, item, toaster, go, convert, copy }: ScriptsPaneProps) {
  const own = bench.own.value;
  const base = bench.base?.book;
  const proved = bench.proof.value?.book;
  const compiled = useMemo(
    () =>
      proved === undefined
        ? null
        : compileBook({ ...toRuntime(proved), absences: [], scenarios: [], moves: [], commitments: [] }),
    [proved],
  );
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
