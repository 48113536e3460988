import { useState } from 'preact/hooks';
import { Badge, Button, EmptyState, Field, Input, List, Progress } from '@/components/ui';
import type { Reading } from '@/lib/classifier';
import { categoryName, locale, retrain as t } from '@/lib/i18n';
import type { Retrained } from '@/lib/second-look';
import type { ModelFigures, ModelVerdict, ModelVersion } from '@/lib/store';

/** How far the lessons are; a result waits to be published or thrown away. */
export type Lessons =
  | { kind: 'none' }
  | { kind: 'running'; share: number }
  | { kind: 'done'; result: Retrained };

export interface SecondLookPaneProps {
  reading: Reading;
  /** A built-in book takes no rules. */
  readOnly: boolean;
  /** Newest first, masked. */
  verdicts: readonly ModelVerdict[];
  /** Newest first. */
  versions: readonly ModelVersion[];
  /** 0: the shipped model. */
  current: number;
  lessons: Lessons;
  onRule: (verdict: ModelVerdict) => void;
  onForget: (verdict: ModelVerdict) => void;
  onRetrain: () => void;
  onCancel: () => void;
  onPublish: (note: string) => void;
  onUse: (version: number) => void;
}

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(at);

/** A list that says a great deal before it says everything. */
const SHOWN = 200;

/** What agents said of the second look's marks, lessons from it, and the models there are. */
export function SecondLookPane(props: SecondLookPaneProps) {
  const { verdicts } = props;
  const right = verdicts.filter((it) => it.said === 'right').length;
  return (
    <div class="versions">
      <section class="lessons" aria-label={t('lessons')}>
        <h2>{t('lessons')}</h2>
        <p class="muted">{t('lead')}</p>
        <p>{t('amounts', { right, fine: verdicts.length - right })}</p>
        <LessonsPart {...props} canLearn={right > 0} />
      </section>
      <section aria-label={t('said')}>
        <h2>{t('said')}</h2>
        {verdicts.length === 0 ? (
          <EmptyState title={t('nothingSaid')}>{t('nothingSaidHint')}</EmptyState>
        ) : (
          <List label={t('said')}>
            {verdicts.slice(0, SHOWN).map((it) => (
              <Said key={it.id} verdict={it} {...props} />
            ))}
          </List>
        )}
      </section>
      <Models {...props} />
    </div>
  );
}

function LessonsPart(props: SecondLookPaneProps & { canLearn: boolean }) {
  const { lessons, canLearn } = props;
  const [note, setNote] = useState('');
  if (lessons.kind === 'running')
    return (
      <div class="lessons-row">
        <Progress value={Math.round(lessons.share * 100)} label={t('learning')} />
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </div>
    );
  if (lessons.kind === 'none')
    return (
      <>
        <Button look="primary" disabled={!canLearn} onClick={props.onRetrain}>
          {t('retrain')}
        </Button>
        {!canLearn && <p class="muted small">{t('needsRight')}</p>}
      </>
    );
  return (
    <>
      <Figures figures={lessons.result.figures} />
      <Field label={t('note')}>
        {(control) => (
          <Input {...control} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
        )}
      </Field>
      <div class="lessons-row">
        <Button look="primary" onClick={() => props.onPublish(note.trim())}>
          {t('publish')}
        </Button>
        <Button onClick={props.onCancel}>{t('discard')}</Button>
      </div>
    </>
  );
}

const ROWS = ['found', 'marked', 'elsewhere', 'innocent', 'messages'] as const;

/** The model in use and the new one, on what neither learned from. */
function Figures({ figures }: { figures: ModelFigures }) {
  return (
    <table class="lessons-figures tabular">
      <thead>
        <tr>
          <th scope="col">{t('heldBack')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.filter((it) => figures[it].of > 0).map((it) => (
          <tr key={it}>
            <th scope="row">{t(`row.${it}`, { of: figures[it].of })}</th>
            <td>{figures[it].before}</td>
            <td>{figures[it].after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ verdict, readOnly, onRule, onForget }: SecondLookPaneProps & { verdict: ModelVerdict }) {
  const { said, text, before, after, category, at, language } = verdict;
  return (
    <li class="lessons-said">
      <p lang={language ?? undefined} dir="auto">
        <span class="muted">{before}</span>
        <strong>{text}</strong>
        <span class="muted">{after}</span>
      </p>
      <div class="lessons-row">
        <Badge tone={said === 'right' ? 'medium' : 'low'}>{t(said)}</Badge>
        <span class="muted small">
          {categoryName(category)} · {when(at)}
        </span>
        {said === 'right' && !readOnly && (
          <Button small look="plain" onClick={() => onRule(verdict)}>
            {t('makeRule')}
          </Button>
        )}
        <Button small look="plain" onClick={() => onForget(verdict)}>
          {t('forget')}
        </Button>
      </div>
    </li>
  );
}

function Models({ versions, current, onUse }: SecondLookPaneProps) {
  const line = (version: number, title: string, facts: string) => (
    <li key={version} class="lessons-said">
      <div class="lessons-row">
        <strong>{title}</strong>
        {version === current ? (
          <Badge tone="good">{t('inUse')}</Badge>
        ) : (
          <Button small onClick={() => onUse(version)}>
            {t('use')}
          </Button>
        )}
      </div>
      <p class="muted small">{facts}</p>
    </li>
  );
  return (
    <section aria-label={t('models')}>
      <h2>{t('models')}</h2>
      <List label={t('models')}>
        {versions.map((it) =>
          line(
            it.version,
            t('version', { version: it.version }),
            [when(it.savedAt), it.by, t('amounts', it.learned), it.note]
              .filter((part) => part !== '')
              .join(' · '),
          ),
        )}
        {line(0, t('shipped'), t('shippedHint'))}
      </List>
    </section>
  );
}
