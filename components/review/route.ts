/** The panes of the QA page, in the order of the side bar. */
export const REVIEW_PANES = [
  'queue',
  'cards',
  'contests',
  'calibration',
  'statistics',
  'report',
  'bundles',
] as const;
export type ReviewPane = (typeof REVIEW_PANES)[number];

/** Where in the page somebody is, and what is open there. */
export interface ReviewRoute {
  pane: ReviewPane;
  item: string | null;
}

const isPane = (value: string | undefined): value is ReviewPane => REVIEW_PANES.some((it) => it === value);

/** Reads an address such as `#/queue/3f2a`; whatever it does not know leads to the queue. */
export function readReviewRoute(hash: string): ReviewRoute {
  const [, pane, item] = hash.replace(/^#/, '').split('/');
  if (!isPane(pane)) return { pane: 'queue', item: null };
  try {
    return { pane, item: item ? decodeURIComponent(item) : null };
  } catch {
    return { pane, item: null };
  }
}

export const writeReviewRoute = ({ pane, item }: ReviewRoute): string =>
  `#/${[pane, ...(item === null ? [] : [item])].map(encodeURIComponent).join('/')}`;
