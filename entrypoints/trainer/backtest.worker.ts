import { prepareBacktest, type SavedMessage, type Version } from '@/lib/workbench';

export type BacktestQuestion =
  | { kind: 'versions'; before: Version | null; after: Version | null; talks: boolean }
  | { kind: 'messages'; messages: readonly SavedMessage[]; lead: readonly SavedMessage[] };

let compare: ReturnType<typeof prepareBacktest> | null = null;

self.addEventListener(
  'message',
  ({ data: { id, question } }: MessageEvent<{ id: number; question: BacktestQuestion }>) => {
    try {
      if (question.kind === 'versions') compare = prepareBacktest(question.before, question.after, question);
      const given = question.kind === 'messages' ? compare?.(question.messages, question.lead) : null;
      self.postMessage({ id, given });
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  },
);
