/** Outlines on a 16×16 grid, drawn with the text's colour. */
const PATHS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.8 10.8L14 14',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  undo: 'M6 3L3 6l3 3M3.3 6H9.5a3.5 3.5 0 0 1 0 7H6',
  plus: 'M8 3v10M3 8h10',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  settings:
    'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  send: 'M2.5 13.5L14 8 2.5 2.5l1.8 5.5zM4.3 8H9',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.4V11M8 5v.2',
  warning: 'M8 2.4L14.2 13.2H1.8zM8 6.4v3.2M8 11.4v.2',
  chat: 'M2.5 3.5h11v7.5H7l-3 2.5V11H2.5z',
  leave: 'M9.5 3H13v10H9.5M2.5 8H10M7.4 5.2L10.2 8l-2.8 2.8',
  flag: 'M4 14V2.5h8l-2 3 2 3H4',
  edit: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.4 4.3l2.3 2.3',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words: hidden from assistive technology, so what it says must also be said in text. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
