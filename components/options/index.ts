export { dismissedWhat } from './dismissals';
export type { General } from './general';
export { listedSites } from './listed-sites';
export { OptionsPage, type OptionsPageProps } from './options-page';
export type { OwnMessage } from './own-messages';
export { Popup, type PopupProps } from './popup';
export { type PopupFacts, type PopupState, popupState } from './popup-state';
export type { ReviewedMessage } from './reviews';
export type { OfferedBook, SubscribeProblem } from './subscriptions';
