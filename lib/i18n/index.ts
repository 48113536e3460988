export {
  applyLocale,
  chooseLocale,
  followLocale,
  LOCALE_LANGUAGE,
  LOCALE_NAMES,
  LOCALES,
  type Locale,
  type LocaleItem,
  type LocaleSetting,
  locale,
} from './locale';
export { agent } from './messages/agent';
export { backtest } from './messages/backtest';
export { books } from './messages/books';
export { bundles } from './messages/bundles';
export { calibration } from './messages/calibration';
export { cards } from './messages/cards';
export { chats } from './messages/chats';
export { common } from './messages/common';
export { contests } from './messages/contests';
export { exchange } from './messages/exchange';
export { field } from './messages/field';
export { figures } from './messages/figures';
export { inbox } from './messages/inbox';
export { inpage } from './messages/inpage';
export { item } from './messages/item';
export { ledger } from './messages/ledger';
export { look } from './messages/look';
export { options } from './messages/options';
export { panel } from './messages/panel';
export { pattern } from './messages/pattern';
export { personal } from './messages/personal';
export { practice } from './messages/practice';
export { problem } from './messages/problem';
export { proof } from './messages/proof';
export { propose } from './messages/propose';
export { retrain } from './messages/retrain';
export { review } from './messages/review';
export { script } from './messages/script';
export { subscription } from './messages/subscription';
export { teach } from './messages/teach';
export { team } from './messages/team';
export { trainer } from './messages/trainer';
export { updates } from './messages/updates';
export { version } from './messages/version';
export {
  categoryName,
  languageName,
  moveName,
  scenarioName,
  severityName,
} from './messages/vocabulary';
export { tellProblem } from './tell-problem';
export {
  defineMessages,
  format,
  type Message,
  type PluralMessage,
  type Translate,
  type TranslationOf,
} from './translate';
