import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { pattern } from '@/lib/i18n';
import { inflections, type Lists } from '@/lib/rules';

/** Fills in names of lists after `@` and shows the forms that `~word` stands for. */
export const completeWith =
  (lists: () => Lists) =>
  (context: CompletionContext): CompletionResult | null => {
    const name = context.matchBefore(/[@＠][\p{L}\p{N}_-]*/u);
    if (name) {
      const known = lists();
      return {
        from: name.from,
        options: Object.keys(known).map((it) => ({
          label: `@${it}`,
          type: 'variable',
          detail: (known[it] ?? []).slice(0, 3).join(pattern('comma')),
        })),
        validFor: /^[@＠][\p{L}\p{N}_-]*$/u,
      };
    }
    const word = context.matchBefore(/[~～][A-Za-z]{2,}/);
    if (!word) return null;
    const base = word.text.slice(1).toLowerCase();
    return {
      from: word.from,
      options: [{ label: `~${base}`, type: 'keyword', detail: inflections(base).join(pattern('comma')) }],
    };
  };
