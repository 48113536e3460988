import { LOCALE_LANGUAGE, locale } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { draftLanguage } from '@/lib/reply';

/** The customer's language leads: that is what must be answered in. Then the draft's, then the interface's. */
export function languageOfTalk(talk: {
  readonly conversation: { readonly customer: readonly string[] };
  /** Of the draft. */
  readonly language: Language | null;
}): Language {
  const fallback = LOCALE_LANGUAGE[locale.value];
  const hints = { language: fallback };
  for (const message of [...talk.conversation.customer].reverse()) {
    const spoken = draftLanguage(message, hints);
    if (spoken) return spoken;
  }
  return talk.language ?? fallback;
}
