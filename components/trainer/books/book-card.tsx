import { Badge, Button, Icon } from '@/components/ui';
import { languageName, locale, books as t, trainer } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { type BookUsage, USAGE_DAYS } from '@/lib/store';
import type { BookHealth } from '@/lib/workbench';
import { type PaneId, writeRoute } from '../route';

/** A book as it stands in the list. */
export interface ListedBook {
  id: string;
  name: string;
  language: Language;
  /** In use; `null`: nothing published yet. */
  version: number | null;
  /** `subscribed`: somebody else's, fetched from an address; it is looked at, not changed. */
  kind: 'built-in' | 'own' | 'subscribed';
  draft: 'open' | 'review' | null;
  /** Came, and nobody has said yet that it should be used. */
  waits: boolean;
  /** When the version in use was published, epoch ms; `null` where it is not known. */
  publishedAt: number | null;
  /** Why it is not in use. */
  problem: string | null;
  rules: number;
  scripts: number;
}

/** What is found out about a book while the list is looked at; `null`: not yet. */
export interface BookStanding {
  health: BookHealth | null;
  /** `null` also where the book is not in use. */
  usage: (BookUsage & { scriptsInAll: number }) | null;
}

export interface BookCardProps {
  book: ListedBook;
  standing: BookStanding;
  /** The way from a book that cannot be changed to one of one's own. */
  start?: { label: string; onStart: () => void };
}

/** Rules and scripts that are named. */
const NAMED = 5;

/** One book: what it is, how it stands, what it is used for, and the way in. */
export function BookCard({ book, standing: { health, usage }, start }: BookCardProps) {
  return (
    <li class="book-card">
      <div class="book-card-head">
        <h3 lang={book.language}>{book.name}</h3>
        {book.waits && <Badge tone="brand">{t('waits')}</Badge>}
        {book.draft && (
          <Badge tone="brand">{trainer(book.draft === 'review' ? 'books.inReview' : 'books.draft')}</Badge>
        )}
      </div>
      <p class="muted small tabular">
        {[
          languageName(book.language),
          ...(book.version === null ? [] : [trainer('books.version', { version: book.version })]),
          trainer('books.rules', { count: book.rules }),
          trainer('books.scripts', { count: book.scripts }),
        ].join(' · ')}
      </p>
      {book.problem !== null && (
        <p class="book-card-problem">{trainer('books.problem', { problem: book.problem })}</p>
      )}
      <dl class="book-facts">
        <dt>{t('health')}</dt>
        <dd>
          <Health book={book} health={health} />
        </dd>
        {usage && (
          <>
            <dt>{t('usage', { count: USAGE_DAYS })}</dt>
            <dd>
              <Usage book={book} usage={usage} />
            </dd>
          </>
        )}
      </dl>
      <div class="book-card-actions">
        {start && (
          <Button look="primary" onClick={start.onStart}>
            {start.label}
          </Button>
        )}
        <a class="btn btn-quiet" href={addressOf(book.id, 'taboos')}>
          {trainer(start ? 'books.look' : 'books.open')}
        </a>
      </div>
    </li>
  );
}

const addressOf = (book: string, pane: PaneId, item: string | null = null): string =>
  writeRoute({ at: 'book', book, pane, item });

function Health({ book, health }: { book: ListedBook; health: BookHealth | null }) {
  const date =
    book.publishedAt === null
      ? null
      : new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(book.publishedAt);
  return (
    <>
      {health === null ? (
        <span class="muted">{t('checking')}</span>
      ) : (
        <a class="book-health" href={addressOf(book.id, 'lint')}>
          {health.errors > 0 && <Badge tone="high">{t('errors', { count: health.errors })}</Badge>}
          {health.warnings > 0 && <Badge tone="medium">{t('warnings', { count: health.warnings })}</Badge>}
          {health.errors + health.warnings === 0 && (
            <Badge tone="good">
              <Icon name="check" />
              {t('sound')}
            </Badge>
          )}
        </a>
      )}
      <p class="muted small tabular">
        {[
          ...(health && health.dead > 0 ? [t('dead', { count: health.dead })] : []),
          ...(health && health.expired > 0 ? [t('expired', { count: health.expired })] : []),
          ...(date !== null ? [t('published', { date })] : []),
          ...(book.kind === 'own' && book.version === null ? [t('unpublished')] : []),
        ].join(' · ')}
      </p>
    </>
  );
}

function Usage({ book, usage }: { book: ListedBook; usage: NonNullable<BookStanding['usage']> }) {
  const { sent, mended, rules, scripts, scriptsInAll } = usage;
  return (
    <>
      <p class="small tabular">
        {sent + mended === 0 ? t('quiet') : t('spoke', { count: sent + mended, mended, sent })}
      </p>
      {scriptsInAll > 0 && (
        <p class="small tabular">
          {scripts.length === 0 ? t('noScripts') : t('scripts', { used: scripts.length, all: scriptsInAll })}
        </p>
      )}
      {rules.length + scripts.length > 0 && (
        <details class="small">
          <summary>{t('details')}</summary>
          <Named
            title={t('rules')}
            address={(id) => addressOf(book.id, 'taboos', id)}
            lines={rules.map((it) => ({ id: it.rule, said: t('ofRule', it) }))}
          />
          <Named
            title={t('mostUsed')}
            address={(id) => addressOf(book.id, 'scripts', id)}
            lines={scripts.map((it) => ({ id: it.script, said: t('times', it) }))}
          />
        </details>
      )}
    </>
  );
}

interface NamedProps {
  title: string;
  address: (id: string) => string;
  lines: readonly { id: string; said: string }[];
}

function Named({ title, address, lines }: NamedProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ol class="book-named">
        {lines.slice(0, NAMED).map(({ id, said }) => (
          <li key={id}>
            <a href={address(id)}>{id}</a> <span class="muted tabular">{said}</span>
          </li>
        ))}
      </ol>
      {lines.length > NAMED && <p class="muted">{t('more', { count: lines.length - NAMED })}</p>}
    </>
  );
}
