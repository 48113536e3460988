import { storedItem } from './item';

/** Who reviews at this browser; empty: the alias of the agent stands in. */
export const reviewerSetting = storedItem<string>('local', 'reviewer', '');

/** Whether single letters decide in the queue. */
export const reviewLetters = storedItem<boolean>('local', 'reviewLetters', true);
