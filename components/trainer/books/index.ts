export type { BookStanding, ListedBook } from './book-card';
export { BooksPage } from './books-page';
