export type { ComposerKind } from './composer';
export { PracticePage, type PracticePageProps } from './practice-page';
export { createTalk, type Talk } from './talk';
export { siteFromTyped } from './turn-on';
