import { Badge, Button, EmptyState } from '@/components/ui';
import { common, languageName, trainer } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { writeRoute } from './route';

/** A book as it stands in the list. */
export interface ListedBook {
  id: string;
  name: string;
  language: Language;
  /** In use; `null`: nothing published yet. */
  version: number | null;
  kind: 'built-in' | 'own';
  draft: 'open' | 'review' | null;
  /** Why it is not in use. */
  problem: string | null;
  rules: number;
  scripts: number;
}

export interface BooksPageProps {
  books: readonly ListedBook[];
  /** Starts a book of one's own on top of a built-in one. */
  onBuildOn: (id: string) => void;
}

/** The books there are: one's own first, then the built-in ones to build on. */
export function BooksPage({ books, onBuildOn }: BooksPageProps) {
  const own = books.filter((it) => it.kind === 'own');
  const builtIn = books.filter((it) => it.kind === 'built-in');
  return (
    <main class="books">
      <h1>
        {common('productName')} <span class="muted">· {trainer('books.title')}</span>
      </h1>
      <p class="muted">{trainer('books.lead')}</p>
      <h2>{trainer('books.own')}</h2>
      {own.length === 0 ? (
        <EmptyState icon="chat" title={trainer('books.none')}>
          {trainer('books.noneHint')}
        </EmptyState>
      ) : (
        <ul class="books-list">
          {own.map((book) => (
            <BookCard key={book.id} book={book} />
          ))}
        </ul>
      )}
      <h2>{trainer('builtIn')}</h2>
      <ul class="books-list">
        {builtIn.map((book) => (
          <BookCard key={book.id} book={book} onBuildOn={() => onBuildOn(book.id)} />
        ))}
      </ul>
    </main>
  );
}

function BookCard({ book, onBuildOn }: { book: ListedBook; onBuildOn?: () => void }) {
  const open = writeRoute({ at: 'book', book: book.id, pane: 'taboos', item: null });
  return (
    <li class="book-card">
      <div class="book-card-head">
        <h3 lang={book.language}>{book.name}</h3>
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
      <div class="book-card-actions">
        {onBuildOn && (
          <Button look="primary" onClick={onBuildOn}>
            {trainer('books.buildOn')}
          </Button>
        )}
        <a class="btn btn-quiet" href={open}>
          {trainer(onBuildOn ? 'books.look' : 'books.open')}
        </a>
      </div>
    </li>
  );
}
