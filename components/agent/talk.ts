import { LOCALE_LANGUAGE, locale } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { draftLanguage } from '@/lib/reply';

/** The customer's language leads: that is what must be answered in. Then the draft's, then the interface's. */
export function languageOfTalk(customer: readonly string[], draft: Language | null): Language {
  const fallback = LOCALE_LANGUAGE[locale.value];
  const hints = { language: fallback };
  for (const message of [...customer].reverse()) {
    const spoken = draftLanguage(message, hints);
    if (spoken) return spoken;
  }
  return draft ?? fallback;
}
