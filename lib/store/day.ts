const formats = new Map<string, Intl.DateTimeFormat>();

/** sv-SE writes dates as ISO does; a format costs more to make than to use a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, known);
  return known;
}

/** The calendar day of a time where the agent is, or on the calendar of a time zone, `2026-01-31`. */
export function dayOf(at: number, timeZone?: string): string {
  if (timeZone === undefined) {
    const date = new Date(at);
    const two = (it: number): string => String(it).padStart(2, '0');
    return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }
  return formatOf(timeZone).format(at);
}
