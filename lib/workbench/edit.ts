import type { Header, OwnBook, Section } from '@/lib/phrasebook';

/** An item of a book as it is being written: an id, and whatever stands there by now, right or wrong. */
export interface Item {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** One change to a book that is being worked on. */
export type Edit =
  /** Adds an item, or puts it in the place of the one called `replaces` (default: the one with its id). */
  | { kind: 'put'; section: Section; item: Item; replaces?: string }
  | { kind: 'remove'; section: Section; id: string }
  /** `null` removes the list. */
  | { kind: 'list'; name: string; items: readonly string[] | null }
  /** Switches inherited items on or off. */
  | { kind: 'switch'; ids: readonly string[]; on: boolean }
  | { kind: 'header'; change: Partial<Pick<Header, 'name' | 'license'>> }
  /** Several at once, undone at once: an import, a merge. */
  | { kind: 'all'; edits: readonly Edit[] };

const withItem = (items: readonly Item[], item: Item, replaces: string): Item[] => {
  const at = items.findIndex((it) => it.id === replaces);
  const others = items.filter((it, place) => place === at || it.id !== item.id);
  return at < 0 ? [...others, item] : others.map((it) => (it.id === replaces ? item : it));
};

/** The book after a change; the one before is left as it was. What did not change is shared. */
export function applyEdit(own: OwnBook, edit: Edit): OwnBook {
  switch (edit.kind) {
    case 'put': {
      const items = own[edit.section] as unknown as readonly Item[];
      return { ...own, [edit.section]: withItem(items, edit.item, edit.replaces ?? edit.item.id) };
    }
    case 'remove': {
      const items = own[edit.section] as unknown as readonly Item[];
      return { ...own, [edit.section]: items.filter((it) => it.id !== edit.id) };
    }
    case 'list': {
      const { [edit.name]: _, ...others } = own.lists;
      return { ...own, lists: edit.items === null ? others : { ...own.lists, [edit.name]: [...edit.items] } };
    }
    case 'switch': {
      const off = new Set(own.off);
      for (const id of edit.ids) edit.on ? off.delete(id) : off.add(id);
      const { off: _, ...rest } = own;
      return off.size === 0 ? rest : { ...rest, off: [...off] };
    }
    case 'header':
      return { ...own, ...edit.change };
    case 'all':
      return edit.edits.reduce(applyEdit, own);
  }
}
