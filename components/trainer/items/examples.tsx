import { useMemo, useRef, useState } from 'preact/hooks';
import { Badge, Button, Icon, IconButton, Textarea } from '@/components/ui';
import { common, item as t } from '@/lib/i18n';
import type { Example } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Lists } from '@/lib/rules';
import {
  type Entry,
  fieldAt,
  type GuessScenarios,
  matcherOf,
  type Tried,
  tryExample,
  withMark,
} from '@/lib/workbench';
import { MarkedText } from './marked-text';

type Kind = 'flag' | 'pass';

export interface ExamplesProps {
  entry: Entry;
  lists: Lists;
  language: Language;
  readOnly: boolean;
  guess?: GuessScenarios;
  /** Whether an example can be tried by the item alone; else only the words it hits are shown. */
  alone: boolean;
  onExamples: (kind: Kind, examples: readonly Example[] | undefined) => void;
}

const KINDS: readonly Kind[] = ['flag', 'pass'];

const examplesIn = (item: Entry['own'], kind: Kind): Example[] => {
  const found = fieldAt(item, ['examples', kind]);
  return Array.isArray(found) ? (found as Example[]) : [];
};

/** The examples of an item, tried while one types, and a place to make more of them out of messages. */
export function Examples({ entry, lists, language, readOnly, guess, alone, onExamples }: ExamplesProps) {
  const { item, own, inherited } = entry;
  const matcher = useMemo(() => matcherOf(item, lists), [item, lists]);
  const rows = useMemo(
    () =>
      KINDS.flatMap((kind) => {
        const below = examplesIn(inherited, kind);
        const mine = examplesIn(own, kind);
        return [
          ...mine.map((example, index) => ({ example, kind, index: index as number | null })),
          ...below.map((example) => ({ example, kind, index: null })),
        ].map((it) => ({ ...it, tried: tryExample(item, matcher, it.example, it.kind, guess) }));
      }),
    [item, own, inherited, matcher, guess],
  );
  const change = (kind: Kind, examples: readonly Example[]): void =>
    onExamples(kind, examples.length === 0 && inherited !== undefined ? undefined : examples);
  return (
    <section class="examples" aria-label={t('examples')}>
      <h3>{t('examples')}</h3>
      <ul class="examples-all" lang={language}>
        {rows.map(({ kind, index, tried }) => (
          <Row
            key={`${kind}${index ?? 'below'}${tried.text}`}
            tried={tried}
            kind={kind}
            alone={alone}
            onRemove={
              readOnly || index === null
                ? undefined
                : () =>
                    change(
                      kind,
                      examplesIn(own, kind).filter((_, place) => place !== index),
                    )
            }
          />
        ))}
      </ul>
      {!readOnly && (
        <NewExample
          language={language}
          onAdd={(kind, text) => change(kind, [...examplesIn(own, kind), text])}
        />
      )}
    </section>
  );
}

interface RowProps {
  tried: Tried;
  kind: Kind;
  alone: boolean;
  onRemove: (() => void) | undefined;
}

function Row({ tried, kind, alone, onRemove }: RowProps) {
  const { outcome, text, hits, example } = tried;
  const wrong = alone && outcome !== 'right' ? outcome : null;
  return (
    <li class={wrong ? 'example is-wrong' : 'example'}>
      <span class="example-state">
        <Icon name={wrong ? 'close' : 'check'} />
        {alone && outcome === 'right' && <span class="sr-only">{t('right')}</span>}
      </span>
      <span class="example-text">
        {typeof example !== 'string' && example.customer !== undefined && (
          <span class="example-customer small muted">{t('customerSaid', { text: example.customer })}</span>
        )}
        <span>
          <MarkedText text={text} spans={hits} />
        </span>{' '}
        {kind === 'pass' && <Badge>{t('addPass')}</Badge>}
        {wrong && <Badge tone="high">{t(`wrong.${wrong}`)}</Badge>}
      </span>
      {onRemove && <IconButton icon="close" label={`${common('remove')}: ${text}`} onClick={onRemove} />}
    </li>
  );
}

/** A message is pasted, the words that hurt are chosen in it and marked. */
function NewExample({ language, onAdd }: { language: Language; onAdd: (kind: Kind, text: string) => void }) {
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const ready = text.trim() !== '';
  const mark = (): void => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {};
    setText(withMark(text, { start, end }));
    area.current?.focus();
  };
  const add = (kind: Kind): void => {
    onAdd(kind, (kind === 'pass' ? text.replaceAll(/\[\[|\]\]/g, '') : text).trim());
    setText('');
  };
  return (
    <div class="example-new">
      <Textarea
        areaRef={area}
        lang={language}
        rows={2}
        aria-label={t('paste')}
        placeholder={t('paste')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {ready && <p class="small muted">{t('markHint')}</p>}
      <div class="example-add">
        <Button small disabled={!ready} onClick={mark}>
          {t('mark')}
        </Button>
        <Button small disabled={!ready} onClick={() => add('flag')}>
          {t('addFlag')}
        </Button>
        <Button small disabled={!ready} onClick={() => add('pass')}>
          {t('addPass')}
        </Button>
      </div>
    </div>
  );
}
