export { expandEnclitic } from './contractions';
export { type Folded, Folder, fold, foldedText, Sep } from './fold';
export { hasHan, hasLatin, languageOf, type WrittenLanguage } from './language';
export { type Range, sentences } from './sentences';
export { isDigitUnit, isEdge, isLetterUnit, isWordUnit, SPACE_UNIT } from './units';
