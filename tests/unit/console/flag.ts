import type { ConsoleFlag } from '@/lib/rpc';

/** A flag over the first place of `text` in `draft`. */
export function flag(draft: string, text: string, more: Partial<ConsoleFlag> = {}): ConsoleFlag {
  const start = draft.indexOf(text);
  return {
    rule: 'confront/what-else',
    category: 'confront',
    severity: 'high',
    start,
    end: start + text.length,
    text,
    why: 'why',
    instead: ['better'],
    language: 'zh-Hans',
    by: 'rule',
    ...more,
  };
}
