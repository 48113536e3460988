import { EmptyState } from '@/components/ui';
import { common, books as t, trainer } from '@/lib/i18n';
import { BookCard, type BookStanding, type ListedBook } from './book-card';

export interface BooksPageProps {
  books: readonly ListedBook[];
  /** What is known of a book by now. */
  standingOf: (id: string) => BookStanding;
  /** Starts a book of one's own on top of a built-in one. */
  onBuildOn: (id: string) => void;
  /** Makes a book of one's own out of a subscribed one. */
  onCopy: (id: string) => void;
}

/** The books there are: one's own first, then those that others send, then the built-in ones to build on. */
export function BooksPage({ books, standingOf, onBuildOn, onCopy }: BooksPageProps) {
  const of = (kind: ListedBook['kind']): ListedBook[] => books.filter((it) => it.kind === kind);
  const unchecked = books.filter(({ id }) => standingOf(id).health === null).length;
  const [own, subscribed, builtIn] = [of('own'), of('subscribed'), of('built-in')];
  return (
    <main class="books">
      <h1>
        {common('productName')} <span class="muted">· {trainer('books.title')}</span>
      </h1>
      <p class="muted">{trainer('books.lead')}</p>
      <p class="muted small tabular books-checking" role="status">
        {unchecked > 0 ? t('checkingAll', { done: books.length - unchecked, count: books.length }) : ''}
      </p>
      <h2>{trainer('books.own')}</h2>
      {own.length === 0 ? (
        <EmptyState icon="chat" title={trainer('books.none')}>
          {trainer('books.noneHint')}
        </EmptyState>
      ) : (
        <ul class="books-list">
          {own.map((book) => (
            <BookCard key={book.id} book={book} standing={standingOf(book.id)} />
          ))}
        </ul>
      )}
      {subscribed.length > 0 && (
        <>
          <h2>{t('subscribed')}</h2>
          <p class="muted books-hint">{t('subscribedHint')}</p>
          <ul class="books-list">
            {subscribed.map((book) => (
              <BookCard
                key={book.id}
                book={book}
                standing={standingOf(book.id)}
                start={{ label: t('copy'), onStart: () => onCopy(book.id) }}
              />
            ))}
          </ul>
        </>
      )}
      <h2>{trainer('builtIn')}</h2>
      <ul class="books-list">
        {builtIn.map((book) => (
          <BookCard
            key={book.id}
            book={book}
            standing={standingOf(book.id)}
            start={{ label: trainer('books.buildOn'), onStart: () => onBuildOn(book.id) }}
          />
        ))}
      </ul>
    </main>
  );
}
