import { useMemo, useState } from 'preact/hooks';
import { Badge, Banner, Button, EmptyState, Field, Input, List, Textarea } from '@/components/ui';
import { locale, version as t, updates } from '@/lib/i18n';
import type { Book, BookProblem, OwnBook } from '@/lib/phrasebook';
import { type Change, compareBooks } from '@/lib/workbench';
import type { Bench } from '../bench';
import { FindingLine, ofProblem } from '../findings';
import { writeRoute } from '../route';
import { Changes } from './changes';

/** A word of review, as kept with the draft. */
export interface Note {
  at: number;
  by: string;
  kind: 'comment' | 'approve' | 'request';
  text: string;
}

/** A kept version as the list shows it. */
export interface KeptVersion {
  version: number;
  savedAt: number;
  by: string;
  note: string;
  emergency: string | null;
  book: Book | OwnBook;
}

export interface VersionsPaneProps {
  bench: Bench;
  /** Newest first. */
  versions: readonly KeptVersion[];
  /** Number of the one in use. */
  current: number | null;
  /** What changed in the book below since the newest version. */
  news: readonly Change[];
  review: { state: 'open' | 'review'; notes: readonly Note[] } | null;
  onSend: () => void;
  onBack: () => void;
  onNote: (kind: Note['kind'], text: string) => void;
  onPublish: (note: string, emergency?: string) => void;
  onUse: (version: number) => void;
}

/** Failing checks that are named at once. */
const FAILING = 8;

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const signed = (by: string, at: number): string => t('by', { by: by || t('nobody'), when: when(at) });

/** The way of a draft into use, and every version that was. */
export function VersionsPane(props: VersionsPaneProps) {
  const { bench, versions, current, news, review } = props;
  const own = bench.own.value;
  const last = versions[0]?.book;
  const changes = useMemo(() => (last ? compareBooks(last, own) : null), [last, own]);
  const untouched = changes !== null && changes.length === 0 && news.length === 0;
  return (
    <div class="versions">
      {!bench.readOnly && (
        <section aria-label={t('draft')}>
          <h2>
            {t(review?.state === 'review' ? 'inReview' : 'draft')}{' '}
            {changes && <span class="muted small">{t('changes', { count: changes.length })}</span>}
          </h2>
          {untouched ? (
            <p class="muted">{t('noDraft')}</p>
          ) : (
            <>
              <Waiting bench={bench} />
              {changes && <Changes changes={changes} language={bench.language} />}
              <News news={news} bench={bench} />
              <Review {...props} />
              <Publish {...props} />
            </>
          )}
        </section>
      )}
      <section aria-label={t('all')}>
        <h2>{t('all')}</h2>
        {versions.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <List label={t('all')}>
            {versions.map((it, index) => (
              <Version
                key={it.version}
                kept={it}
                before={versions[index + 1]}
                inUse={it.version === current}
                bench={bench}
                onUse={() => props.onUse(it.version)}
              />
            ))}
          </List>
        )}
      </section>
    </div>
  );
}

/** What an update of the book below left to decide. */
function Waiting({ bench }: { bench: Bench }) {
  const count = bench.updates.value.length;
  if (count === 0) return null;
  return (
    <Banner tone="warning">
      {updates('waiting', { count })}{' '}
      <a href={writeRoute({ at: 'book', book: bench.id, pane: 'updates', item: null })}>{updates('look')}</a>
    </Banner>
  );
}

/** What comes along from the book below. */
function News({ news, bench }: { news: readonly Change[]; bench: Bench }) {
  if (news.length === 0) return null;
  return (
    <details>
      <summary>{updates('news', { count: news.length })}</summary>
      <p class="muted small">{updates('newsHint')}</p>
      <Changes changes={news} language={bench.language} />
    </details>
  );
}

function Review({ review, onSend, onBack, onNote }: VersionsPaneProps) {
  const [text, setText] = useState('');
  const say = (kind: Note['kind']): void => {
    onNote(kind, text.trim());
    setText('');
  };
  const inReview = review?.state === 'review';
  return (
    <div class="review">
      {review && review.notes.length > 0 && (
        <ul class="review-notes">
          {review.notes.map((it) => (
            <li key={it.at}>
              <span class="muted small">
                {t(`did.${it.kind}`, { by: it.by || t('nobody') })} · {when(it.at)}
              </span>
              {it.text !== '' && <p>{it.text}</p>}
            </li>
          ))}
        </ul>
      )}
      {inReview && (
        <Field label={t('note')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div class="review-acts">
        {inReview ? (
          <>
            <Button small disabled={text.trim() === ''} onClick={() => say('comment')}>
              {t('comment')}
            </Button>
            <Button small onClick={() => say('approve')}>
              {t('approve')}
            </Button>
            <Button small disabled={text.trim() === ''} onClick={() => say('request')}>
              {t('request')}
            </Button>
            <Button small look="plain" onClick={onBack}>
              {t('back')}
            </Button>
          </>
        ) : (
          <Button small onClick={onSend}>
            {t('send')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Publishing waits for the check of exactly what is written; a failing one stops it, save in an emergency. */
function Publish({ bench, onPublish }: VersionsPaneProps) {
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const proof = bench.proof.value;
  const failing = proof?.problems.filter((it) => it.level === 'error') ?? [];
  const errors = failing.length;
  const fresh = proof !== null && bench.saving.value === 'kept';
  return (
    <div class="publish">
      <Field label={t('why')}>
        {(control) => (
          <Input {...control} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        )}
      </Field>
      {errors > 0 ? (
        <Banner tone="danger">
          <p>{t('refused', { count: errors })}</p>
          <Failing problems={failing} book={bench.id} />
          <p class="small">{t('leftOut')}</p>
          <Field label={t('emergency')}>
            {(control) => (
              <Input {...control} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            )}
          </Field>
          <Button
            look="danger"
            disabled={!fresh || reason.trim() === ''}
            onClick={() => onPublish(note.trim(), reason.trim())}
          >
            {t('publishAnyway')}
          </Button>
        </Banner>
      ) : (
        <Button look="primary" disabled={!fresh} onClick={() => onPublish(note.trim())}>
          {t('publish')}
        </Button>
      )}
      {!fresh && <p class="muted small">{t('unproved')}</p>}
    </div>
  );
}

/** What stands in the way of publishing, where it stands: the first lines, the rest with the other checks. */
function Failing({ problems, book }: { problems: readonly BookProblem[]; book: string }) {
  return (
    <>
      <ul class="publish-failing" aria-label={t('failing')}>
        {problems.slice(0, FAILING).map((it) => (
          <FindingLine key={`${it.path}${it.message}`} finding={ofProblem(it)} book={book} />
        ))}
      </ul>
      {problems.length > FAILING && (
        <p class="small">
          <a href={writeRoute({ at: 'book', book, pane: 'lint', item: null })}>
            {t('moreFailing', { count: problems.length - FAILING })}
          </a>
        </p>
      )}
    </>
  );
}

interface VersionProps {
  kept: KeptVersion;
  before: KeptVersion | undefined;
  inUse: boolean;
  bench: Bench;
  onUse: () => void;
}

function Version({ kept, before, inUse, bench, onUse }: VersionProps) {
  const [open, setOpen] = useState(false);
  const changes = useMemo(
    () => (open && before ? compareBooks(before.book, kept.book) : null),
    [open, before, kept],
  );
  return (
    <li class="version">
      <div class="version-head">
        <b>{t('version', { version: kept.version })}</b>
        {inUse && <Badge tone="good">{t('inUse')}</Badge>}
        <span class="muted small">{signed(kept.by, kept.savedAt)}</span>
        <span class="item-acts">
          {before && (
            <Button small look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('compare')}
            </Button>
          )}
          {!inUse && !bench.readOnly && (
            <Button small onClick={onUse}>
              {t('use')}
            </Button>
          )}
        </span>
      </div>
      {kept.note !== '' && <p>{kept.note}</p>}
      {kept.emergency !== null && (
        <Banner tone="warning">{t('emergencyMark', { reason: kept.emergency })}</Banner>
      )}
      {changes && <Changes changes={changes} language={bench.language} />}
    </li>
  );
}
