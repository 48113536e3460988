/** The panes of the trainer's page, in the order of the side bar. */
export const PANES = [
  'taboos',
  'absences',
  'softenings',
  'scripts',
  'lists',
  'scenarios',
  'moves',
  'commitments',
  'remedies',
  'variables',
  'inbox',
  'updates',
  'messages',
  'second-look',
  'lint',
  'versions',
  'exchange',
  'subscription',
] as const;
export type PaneId = (typeof PANES)[number];

/** Where in the page somebody is: the list of books, or a pane of one book with what is open in it. */
export type Route = { at: 'books' } | { at: 'book'; book: string; pane: PaneId; item: string | null };

const isPane = (value: string | undefined): value is PaneId => PANES.some((it) => it === value);

/** Reads an address such as `#/own%2Fshop/taboos/blame%2Fread`; whatever it does not know leads to the books. */
export function readRoute(hash: string): Route {
  const [, book, pane, item] = hash.replace(/^#/, '').split('/');
  if (!book || !isPane(pane)) return { at: 'books' };
  try {
    return {
      at: 'book',
      book: decodeURIComponent(book),
      pane,
      item: item ? decodeURIComponent(item) : null,
    };
  } catch {
    return { at: 'books' };
  }
}

export function writeRoute(route: Route): string {
  if (route.at === 'books') return '#/';
  const parts = [route.book, route.pane, ...(route.item === null ? [] : [route.item])];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
