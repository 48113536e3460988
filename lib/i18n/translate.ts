import { type Locale, locale } from './locale';

/** A message that differs by number; which form is taken follows the `count` value. */
export interface PluralMessage {
  readonly one?: string;
  readonly other: string;
}
export type Message = string | PluralMessage;

/** `{name}` is a blank that the caller fills. */
type Blanks<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;
type BlanksOf<M> = M extends string
  ? Blanks<M>
  : M extends PluralMessage
    ? 'count' | Blanks<M['other']>
    : never;
type Values<M> = [BlanksOf<M>] extends [never]
  ? []
  : [values: Readonly<Record<BlanksOf<M>, string | number>>];

/** The other locales: the same keys, free wording; a plural may be written as one sentence. */
export type TranslationOf<M> = { readonly [K in keyof M]: Message };

export interface Translate<M> {
  <K extends keyof M & string>(key: K, ...values: Values<M[K]>): string;
  /** The messages themselves, for tests of completeness. */
  readonly messages: Readonly<Record<Locale, TranslationOf<M>>>;
}

const BLANK = /\{([a-zA-Z]+)\}/g;
const rules = new Map<Locale, Intl.PluralRules>();

function pluralForm(at: Locale, count: number): 'one' | 'other' {
  let rule = rules.get(at);
  if (!rule) {
    rule = new Intl.PluralRules(at);
    rules.set(at, rule);
  }
  return rule.select(count) === 'one' ? 'one' : 'other';
}

/** Writes one message: picks the plural form by `values.count` and fills the blanks. */
export function format(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  at: Locale,
): string {
  const template =
    typeof message === 'string'
      ? message
      : ((pluralForm(at, Number(values.count)) === 'one' ? message.one : undefined) ?? message.other);
  return template.replace(BLANK, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(at).format(value) : value;
  });
}

/**
 * Makes a surface's translator from its messages in every locale. English is the reference: a key that another
 * locale lacks or adds is a type error, and so is a call that leaves a blank unfilled.
 *
 *   const t = defineMessages({ en: { left: { one: '{count} left', other: '{count} left' } }, 'zh-CN': …, 'zh-TW': … });
 *   t('left', { count: 3 })
 *
 * It reads the `locale` signal, so a component or a `computed` that calls it follows the language by itself.
 */
export function defineMessages<const M extends Readonly<Record<string, Message>>>(messages: {
  readonly en: M;
  readonly 'zh-CN': TranslationOf<NoInfer<M>>;
  readonly 'zh-TW': TranslationOf<NoInfer<M>>;
}): Translate<M> {
  const translate = <K extends keyof M & string>(key: K, ...values: Values<M[K]>): string => {
    const at = locale.value;
    return format(messages[at][key], values[0] ?? {}, at);
  };
  return Object.assign(translate, { messages: messages as Translate<M>['messages'] });
}
