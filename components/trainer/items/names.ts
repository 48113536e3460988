import { categoryName, field, moveName, scenarioName, severityName } from '@/lib/i18n';
import { type Example, exampleText, takeMarks } from '@/lib/phrasebook';
import type { Category, MoveId, ScenarioId, Severity } from '@/lib/phrasebook/vocabulary';
import { fieldAt, type Item } from '@/lib/workbench';
import type { Part } from './fields';

const messages = (): Readonly<Record<string, unknown>> => field.messages.en;
const told = field as unknown as (key: string) => string;

/** What a field is called; its key where it has no name. */
export const fieldName = (key: string): string =>
  Object.hasOwn(messages(), `label.${key}`) ? told(`label.${key}`) : key;

/** What to write in a field, where its name does not say it. */
export const fieldHint = (key: string): string | undefined =>
  Object.hasOwn(messages(), `hint.${key}`) ? told(`hint.${key}`) : undefined;

/** What a value of a closed vocabulary is called. */
export function optionName(key: string, value: string): string {
  switch (key) {
    case 'category':
    case 'categories':
      return named(categoryName, value);
    case 'severity':
      return named(severityName, value);
    case 'onlyIn':
    case 'notIn':
    case 'scenario':
    case 'scenarios':
      return scenarioName(value as ScenarioId);
    case 'move':
    case 'repeats.move':
    case 'lacks':
    case 'moves':
      return moveName(value as MoveId);
    default: {
      const name = `value.${key === 'markets' ? 'market' : key}.${value}`;
      return Object.hasOwn(messages(), name) ? told(name) : value;
    }
  }
}

const named = <T extends string>(name: (id: T) => string, value: string): string => name(value as T);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const first = (value: unknown): string => (Array.isArray(value) ? text(value[0]) : '');
const all = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];

/** The words that a rule's first marked example is about: easier to know again than a pattern. */
const markedWords = (item: Item): string => {
  const examples = fieldAt(item, ['examples', 'flag']);
  if (!Array.isArray(examples)) return '';
  for (const example of examples as Example[]) {
    const { text, spans } = takeMarks(exampleText(example));
    const [span] = spans;
    if (span) return text.slice(span.start, span.end);
  }
  return '';
};

/** How an item shows in a list. */
export interface Heading {
  title: string;
  detail: string;
  severity?: Severity;
}

export function headingOf(part: Part, item: Item): Heading {
  const { id } = item;
  switch (part) {
    case 'taboos':
      return {
        title: markedWords(item) || first(item.flag) || id,
        detail: `${item.category ? categoryName(item.category as Category) : ''} · ${id}`,
        ...(item.severity ? { severity: item.severity as Severity } : {}),
      };
    case 'absences':
      return { title: text(item.why) || id, detail: id };
    case 'softenings':
      return {
        title: text(item.title) || id,
        detail: [...all(item.categories).map((it) => categoryName(it as Category)), id].join(' · '),
      };
    case 'scripts':
      return {
        title: text(item.text) || id,
        detail: [...all(item.move).map((it) => moveName(it as MoveId)), id].join(' · '),
      };
    case 'lists':
      return { title: `@${id}`, detail: all(item.items).slice(0, 8).join(' · ') };
    case 'scenarios':
      return { title: text(item.title) || scenarioName(id as ScenarioId), detail: id };
    case 'moves':
      return { title: text(item.title) || moveName(id as MoveId), detail: id };
    case 'commitments':
      return { title: first(item.flag) || id, detail: `${optionName('kind', text(item.kind))} · ${id}` };
    case 'remedies':
      return {
        title: text(item.title) || id,
        detail: `${optionName('kind', text(item.kind))} · ${optionName('authority', text(item.authority))} · ${id}`,
      };
    case 'variables':
      return { title: text(item.label) || id, detail: `{${id}} · ${optionName('type', text(item.type))}` };
  }
}
