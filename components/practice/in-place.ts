/** Items of a list that only ever grows at its end: their place is who they are. */
export function inPlace<T>(items: readonly T[]): { place: number; item: T }[] {
  return items.map((item, place) => ({ place, item }));
}
