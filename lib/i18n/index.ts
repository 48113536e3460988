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
export { common } from './messages/common';
export { inpage } from './messages/inpage';
export { ledger } from './messages/ledger';
export { options } from './messages/options';
export { panel } from './messages/panel';
export { personal } from './messages/personal';
export { practice } from './messages/practice';
export { script } from './messages/script';
export { teach } from './messages/teach';
export { team } from './messages/team';
export {
  categoryName,
  languageName,
  moveName,
  scenarioName,
  severityName,
} from './messages/vocabulary';
export {
  defineMessages,
  format,
  type Message,
  type PluralMessage,
  type Translate,
  type TranslationOf,
} from './translate';
