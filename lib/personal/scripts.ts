import type { Script } from '@/lib/phrasebook';
import type { Language, MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';

/** A sentence of an agent's own; it stands beside the trainers' scripts and passes the same rules. */
export interface PersonalScript {
  id: string;
  language: Language;
  text: string;
  /** The moves it makes, first the one it is offered for. */
  move: MoveId[];
  /** `other` stands for any conversation. */
  scenario: ScenarioId[];
  /** Search words besides the text. */
  keys: string[];
  /** The agent's own opening line. */
  opening: boolean;
  /** Epoch ms. */
  savedAt: number;
}

/** Longest text of a script, UTF-16 units; the same as in a book. */
export const LONGEST_TEXT = 600;
export const MOST_PERSONAL = 2000;

/** Name of the shelf they stand on, and start of their ids, so that no book's script has the same. */
export const PERSONAL_SHELF = 'own';

/** As scripts of a book, for ranking and search; an opening line comes up in any conversation. */
export const asScripts = (own: readonly PersonalScript[], language: Language): Script[] =>
  own
    .filter((it) => it.language === language)
    .map(({ id, text, move, scenario, keys, opening }) => ({
      id,
      text,
      move: opening ? ['acknowledge'] : move.length > 0 ? move : ['acknowledge'],
      scenario: opening || scenario.length === 0 ? ['other'] : scenario,
      keys,
      tone: 'warm',
      fault: 'any',
    }));
