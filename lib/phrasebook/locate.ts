import type { DataPath, Part, Place } from './place';
import type { Section } from './schema';

/** What to find in the files: an item, one of its keys (`examples.flag`), and one text or number below that key. */
export interface Target {
  section: Section | 'lists' | 'header';
  id: string;
  key?: string;
  value?: unknown;
  /** Column inside the text, from 1. */
  inside?: number;
}

/** Leads from an item of a loaded book back to the line that says so. */
export type Locate = (target: Target) => Place;

/** Where an item was written. */
export interface Origin {
  part: Part;
  path: DataPath;
  value: unknown;
}

const get = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

const textOf = (value: unknown): unknown =>
  typeof get(value, 'text') === 'string' ? get(value, 'text') : value;

const same = (a: unknown, b: unknown): boolean => a === b || textOf(a) === textOf(b);

/** The place of `value` below `key` of an origin, or `undefined` where it is not written there. */
const findIn = (origin: Origin, { key, value, inside }: Target): Place | undefined => {
  if (key === undefined) {
    if (value === undefined) return origin.part.place(origin.path);
    if (!Array.isArray(origin.value)) return undefined;
    const index = origin.value.findIndex((it) => same(it, value));
    return index < 0 ? undefined : origin.part.place([...origin.path, index], 'value', inside);
  }
  const keys = key.split('.');
  let at: unknown = origin.value;
  for (const it of keys) at = get(at, it);
  if (at === undefined) return undefined;
  if (value === undefined || !Array.isArray(at))
    return origin.part.place([...origin.path, ...keys], 'value', inside);
  const index = at.findIndex((it) => same(it, value) || (key === 'cues' && same(get(it, 'flag'), value)));
  return index < 0 ? undefined : origin.part.place([...origin.path, ...keys, index], 'value', inside);
};

/** Looks among the items written in these files first, then where the inherited ones are written. */
export const locator = (
  origins: ReadonlyMap<string, readonly Origin[]>,
  fallback: Place,
  inherited?: Locate,
  inheritedHas?: (section: Target['section'], id: string) => boolean,
): Locate => {
  return (target) => {
    const own = origins.get(`${target.section}:${target.id}`) ?? [];
    for (const origin of own) {
      const place = findIn(origin, target);
      if (place !== undefined) return place;
    }
    if (inherited !== undefined && inheritedHas?.(target.section, target.id) !== false)
      return inherited(target);
    const first = own[0];
    return first === undefined ? fallback : first.part.place(first.path);
  };
};
