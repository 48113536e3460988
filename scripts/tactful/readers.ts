import type { Draft, PairLine } from './labelled';
import { type Judged, type Share, share } from './measure';

export const READERS = ['rules', 'model', 'both'] as const;
type Reader = (typeof READERS)[number];

/**
 * Texts that the rules (`medium` and above), the trained model, or both together mark: what the model marks, and what
 * the rules do and the model does not contradict.
 */
export type ByReader = Record<Reader, Share>;

/** `undefined` where the model was not asked. */
export const shareByReader = (items: readonly Judged<unknown>[]): ByReader | undefined => {
  if (items.some((it) => it.suspected === undefined)) return undefined;
  const rules = (it: Judged<unknown>): boolean => it.loud.length > 0;
  const model = (it: Judged<unknown>): boolean => it.suspected === true;
  return {
    rules: share(items, rules),
    model: share(items, model),
    both: share(items, (it) => (it.confirmed?.length ?? 0) > 0 || model(it)),
  };
};

export interface ReaderFigures {
  taboo: ByReader;
  clean: ByReader;
  hardClean: ByReader;
  offending: ByReader;
  twins: ByReader;
  plain: ByReader;
}

/** What rules, model and both find in labelled drafts and contrast pairs. */
export const readerFigures = (
  drafts: readonly Judged<Draft>[],
  pairs: readonly Judged<PairLine>[],
): ReaderFigures | undefined => {
  const kind = (it: Draft['kind']) => shareByReader(drafts.filter(({ of }) => of.kind === it));
  const isPlain = (it: Judged<PairLine>): boolean => /^(model-pairs-)?clean/.test(it.of.file);
  const taboo = kind('taboo');
  const clean = kind('clean');
  const hardClean = kind('hard-clean');
  const offending = shareByReader(pairs.filter((it) => it.of.offends));
  const twins = shareByReader(pairs.filter((it) => !it.of.offends && !isPlain(it)));
  const plain = shareByReader(pairs.filter((it) => !it.of.offends && isPlain(it)));
  if (!taboo || !clean || !hardClean || !offending || !twins || !plain) return undefined;
  const asked = [...drafts, ...pairs].some((it) => it.suspected !== undefined);
  return asked ? { taboo, clean, hardClean, offending, twins, plain } : undefined;
};
