export { expandEnclitic } from './contractions';
export { Folder, fold } from './fold';
export { type Folded, foldedText, Sep } from './folded';
export { hasHan, hasLatin, languageOf, type WrittenLanguage } from './language';
export { type Range, sentences } from './sentences';
export { isDigitUnit, isEdge, isLetterUnit, isWordUnit, SPACE_UNIT } from './units';
