/** Attributes that people who build consoles put there to be found again. */
const STABLE_ATTRIBUTES = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-role',
  'data-type',
  'data-direction',
  'data-from',
  'role',
  'name',
] as const;

/** What an element is at the moment, not what it is. */
const STATE =
  /^(is-|has-)?(active|hover|focus(ed)?|selected|open(ed)?|closed|first|last|new|unread|read|current|highlight(ed)?|visible|hidden|show|fade|enter|leave|dragging|loading|sending|sent-ok|disabled|enabled|empty|dirty|typing)([-_].*)?$/i;

/**
 * Whether a class or id was written by a person: words, not the digits and mixed letters that build tools make
 * (`css-1x2f9k`, `sc-bdVaJa`, `_3kf92`, `jsx-2947103`).
 */
export function isWritten(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !/^[a-z]/i.test(name) || !/^[\w-]+$/.test(name)) return false;
  if (/\d{2,}/.test(name) || /^(css|sc|jsx|svelte|emotion|styled|jss|makeStyles)-/i.test(name)) return false;
  return (
    name
      .split(/[-_]+/)
      .filter((part) => part !== '')
      .every((part) => {
        // `messageList` and `MessageList` are words; `bdVaJa` and `x9Kq` are not.
        const words = part.replace(/([a-z])([A-Z])/g, '$1 $2').split(' ');
        return words.every((word) => /^[A-Z]?[a-z]+\d?$|^[A-Z]{2,4}$/.test(word)) &&
          words.length <= part.length / 3 + 1
          ? words.length === 1 || words.every((word) => word.length >= 2)
          : false;
      }) &&
    (name.length < 5 || /[aeiouy]/i.test(name))
  );
}

/** The simple selectors that name an element for good, the most telling first; never its bare tag. */
export function namesOf(element: Element): string[] {
  const names: string[] = [];
  if (element.id !== '' && isWritten(element.id)) names.push(`#${CSS.escape(element.id)}`);
  for (const attribute of STABLE_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value !== null && value !== '' && value.length <= 60 && !/\d{2,}/.test(value))
      names.push(`[${attribute}="${CSS.escape(value)}"]`);
  }
  for (const name of element.classList) {
    if (isWritten(name) && !STATE.test(name)) names.push(`.${CSS.escape(name)}`);
  }
  return names;
}

/** How many named ancestors a selector may lean on. */
const ANCESTORS = 3;

/**
 * A selector that finds this one element in its root and will again after the page was built anew; `null` when the
 * page gives no names to hold on to.
 */
export function selectorOf(element: Element): string | null {
  const root = element.getRootNode() as ParentNode;
  const only = (selector: string): boolean => {
    const found = root.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const own = [...namesOf(element).map((name) => name), element.localName];
  const tails = own.flatMap((name) =>
    name === element.localName ? [name] : [name, `${element.localName}${name.startsWith('#') ? '' : name}`],
  );
  for (const tail of tails) if (tail !== element.localName && only(tail)) return tail;
  if (only(element.localName) && /-/.test(element.localName)) return element.localName;
  let ancestor = element.parentElement;
  for (let used = 0; ancestor !== null && used < ANCESTORS; ancestor = ancestor.parentElement) {
    const names = namesOf(ancestor);
    if (names.length > 0) used++;
    for (const name of names) {
      for (const tail of tails) if (only(`${name} ${tail}`)) return `${name} ${tail}`;
    }
  }
  return null;
}
