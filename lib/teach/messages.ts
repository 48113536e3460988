import { namesOf, selectorOf } from './selector';

export interface TaughtMessages {
  readonly log?: string;
  readonly customer?: string;
  readonly agent?: string;
}

/**
 * What one clicked message of each side says about all of them: the element they share is the log, the name that one
 * has and the other lacks tells the sides apart. Parts that cannot be told are left out and stay guessed.
 */
export function messagesFrom(customer: Element, own: Element): TaughtMessages {
  const log = commonAncestor(customer, own);
  if (log === null) return {};
  const theirs = wordsOf(customer, log);
  const ours = wordsOf(own, log);
  const logSelector = selectorOf(log);
  const customerName = telling(theirs, ours, log);
  const agentName = telling(ours, theirs, log);
  const customerSelector = customerName ?? (agentName === null ? null : allBut(agentName, theirs, ours));
  const agentSelector = agentName ?? (customerName === null ? null : allBut(customerName, ours, theirs));
  return {
    ...(logSelector === null ? {} : { log: logSelector }),
    // One side alone would make everything else nobody's.
    ...(customerSelector === null || agentSelector === null
      ? {}
      : { customer: customerSelector, agent: agentSelector }),
  };
}

/** Where the words of a clicked message stand: out of inline parts such as a bold word or a link. */
function wordsOf(clicked: Element, log: Element): Element {
  const words = clicked.textContent?.trim();
  let element = clicked;
  while (
    element.parentElement !== null &&
    element.parentElement !== log &&
    (element.parentElement.textContent?.trim() === words ||
      /^(span|b|strong|em|i|a|u|font)$/.test(element.localName)) &&
    namesOf(element).length === 0
  ) {
    element = element.parentElement;
  }
  return element;
}

function chain(element: Element, log: Element): Element[] {
  const elements: Element[] = [];
  for (let it: Element | null = element; it !== null && it !== log; it = it.parentElement) elements.push(it);
  return elements;
}

/** `.message--them .text`: the nearest name of this side that nothing around the other side's message has. */
function telling(mine: Element, other: Element, log: Element): string | null {
  const others = chain(other, log);
  for (const element of chain(mine, log)) {
    for (const name of namesOf(element)) {
      if (name.startsWith('#') || others.some((it) => it.matches(name) || it.querySelector(name) !== null))
        continue;
      if (element === mine) return name;
      const [inner] = namesOf(mine).filter((it) => !it.startsWith('#'));
      const selector = `${name} ${inner ?? mine.localName}`;
      if (mine.matches(selector) && !other.matches(selector)) return selector;
    }
  }
  return null;
}

/** Many consoles name their own messages only: the other side is what is called the same and is not that. */
function allBut(selector: string, mine: Element, other: Element): string | null {
  const shared = namesOf(mine).find((name) => !name.startsWith('#') && other.matches(name));
  if (shared === undefined) return null;
  const rest = `${shared}:not(${selector})`;
  return mine.matches(rest) && !other.matches(rest) ? rest : null;
}

function commonAncestor(a: Element, b: Element): Element | null {
  for (let it: Element | null = a.parentElement; it !== null; it = it.parentElement) {
    if (it.contains(b)) return it === a || it === b ? null : it;
  }
  return null;
}
