export { matchPinyin, type PinyinMatch, readingsOf } from './pinyin';
export { type Found, ScriptSearch, type SearchHints, type SearchItem } from './script-search';
export { SHOP_TERMS } from './terms';
