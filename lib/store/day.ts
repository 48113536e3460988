/** The calendar day of a time where the agent is, `2026-01-31`. */
export function dayOf(at: number, timeZone?: string): string {
  if (timeZone === undefined) {
    const date = new Date(at);
    const two = (it: number): string => String(it).padStart(2, '0');
    return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }
  // sv-SE writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
