import type { CompiledBook, Language } from '@/lib/phrasebook/runtime';
import { hasHan, hasLatin, languageOf } from '@/lib/text';

/** What helps to tell the language of a text that does not show it. */
export interface LanguageHints {
  /** The customer's messages: people answer in the script they are asked in. */
  customer?: readonly string[];
  /** What is set for this conversation or console. */
  language?: Language;
}

/** The Chinese script to assume: the one that is set, else the customer's, else Simplified. */
const assumedScript = ({ customer = [], language }: LanguageHints): 'zh-Hans' | 'zh-Hant' => {
  if (language === 'zh-Hans' || language === 'zh-Hant') return language;
  for (let i = customer.length - 1; i >= 0; i--) {
    const script = languageOf(customer[i] ?? '');
    if (script === 'zh-Hans' || script === 'zh-Hant') return script;
  }
  return 'zh-Hans';
};

/** The language a draft is written in, `null` where it holds no words. */
export const draftLanguage = (draft: string, hints: LanguageHints = {}): Language | null =>
  languageOf(draft, assumedScript(hints));

/**
 * The books that read a text: for its Chinese the book of its script (or the other, where there is only that one), for
 * its Latin words the English one. Of two books for one language both read.
 */
export const booksFor = (
  books: readonly CompiledBook[],
  text: string,
  hints: LanguageHints = {},
): CompiledBook[] => {
  const chosen: CompiledBook[] = [];
  if (hasHan(text)) {
    const language = languageOf(text, assumedScript(hints));
    const script = language === 'zh-Hans' || language === 'zh-Hant' ? language : assumedScript(hints);
    const fitting = books.filter((it) => it.language === script);
    chosen.push(...(fitting.length > 0 ? fitting : books.filter((it) => it.language !== 'en')));
  }
  if (hasLatin(text)) chosen.push(...books.filter((it) => it.language === 'en'));
  return chosen;
};
