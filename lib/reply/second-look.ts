import { answersBarely, type Classifier, isDoubtable, offersWayOut, type Suspicion } from '@/lib/classifier';
import type {
  Category,
  CompiledBook,
  Language,
  MoveId,
  RuntimeBook,
  ScenarioId,
} from '@/lib/phrasebook/runtime';
import { hasHan } from '@/lib/text';
import type { CheckResult, Flag } from './check';

/** What the trained model thinks might be read as hurtful. Quieter than any rule: it marks, it never holds a send. */
export interface ModelFlag {
  by: 'model';
  category: Category;
  severity: 'low';
  /** UTF-16 offsets into the draft. */
  start: number;
  end: number;
  text: string;
  /** The words that weigh most. */
  words: Suspicion['words'];
  /** 0–1. */
  probability: number;
  instead: readonly string[];
}

/** The models at hand; one for Chinese in either script, one for English. */
export interface Models {
  zh?: Classifier;
  en?: Classifier;
}

const SUGGESTED = 3;

/** Replacements that rules of the category offer, those of rules made for the scenario first. */
export const insteadFor = (
  taboos: RuntimeBook['taboos'],
  category: Category,
  scenario: ScenarioId | null,
): string[] => {
  const own = taboos.filter((it) => it.category === category);
  const fits = own.filter((it) => scenario !== null && it.onlyIn?.includes(scenario) === true);
  const open = own.filter((it) => it.onlyIn === undefined || it.onlyIn.length === 0);
  return [...new Set([...fits, ...open].flatMap((it) => it.instead))].slice(0, SUGGESTED);
};

export interface SecondLookContext {
  books: readonly CompiledBook[];
  /** Language of the draft. */
  language: Language | null;
  scenario?: ScenarioId;
  /** The moves it makes and what the conversation is about: with no way out of a complaint the model speaks sooner. */
  around?: Pick<CheckResult, 'moves' | 'scenarios'>;
  /** Log-odds above which a clause is marked; by default the model's own. */
  threshold?: number;
}

/**
 * Flags as they stand after the model was asked: one of severity `medium` or `high` is `low` where the model is confident
 * that its clause says nothing of the kind. A critical one is never touched.
 */
export const secondOpinion = (
  models: Models,
  draft: string,
  flags: readonly Flag[],
  moves: readonly MoveId[],
): Flag[] => {
  const model = hasHan(draft) ? models.zh : models.en;
  const misread = model?.innocent(draft, flags, offersWayOut(moves)) ?? [];
  return flags.map((flag, at) =>
    isDoubtable(flag.severity) && misread[at] === true ? { ...flag, severity: 'low' } : flag,
  );
};

/**
 * Clauses that the model doubts and no rule of `medium` and above marks: those are left to the rule, which can explain
 * itself.
 */
export const secondLook = (
  models: Models,
  draft: string,
  flags: readonly Pick<Flag, 'start' | 'end' | 'severity'>[],
  { books, language, scenario, around, threshold }: SecondLookContext,
): ModelFlag[] => {
  const model = hasHan(draft) ? models.zh : models.en;
  if (model === undefined) return [];
  const book = books.find((it) => it.language === language);
  const bare = around !== undefined && answersBarely(around);
  const loud = flags.filter((it) => it.severity !== 'low');
  return model
    .read(draft, threshold ?? model.threshold('usual', bare))
    .filter(({ start, end }) => !loud.some((it) => it.start < end && start < it.end))
    .map(({ start, end, category, probability, words }) => ({
      by: 'model',
      category,
      severity: 'low',
      start,
      end,
      text: draft.slice(start, end),
      words,
      probability,
      instead: insteadFor(book?.book.taboos ?? [], category, scenario ?? null),
    }));
};
