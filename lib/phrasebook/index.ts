export { type CheckOptions, checkBook } from './check';
export { fillWithExamples } from './check-suggestions';
export { type AdmittedBook, admitBook, chooseBook } from './choose';
export type { Header } from './collect';
export { exampleText, type PlainExample, takeMarks } from './example';
export { headerOf, loadBook } from './load';
export { type LoadedBook, type LoadOptions, type LoadPartsOptions, loadParts } from './load-parts';
export type { Locate, Target } from './locate';
export { isAdded, isMerged, mergeBooks, mergeItem, type OwnBook, SECTIONS } from './merge';
export { nearest } from './nearest';
export { type DataPath, type Part, type Place, pathText } from './place';
export {
  type BookProblem,
  byPlace,
  cited,
  formatProblem,
  hasErrors,
  type ProblemKind,
  type ToldProblem,
  told,
} from './problem';
export * from './runtime';
export {
  type Absence,
  type Book,
  bookSchema,
  type Commitment,
  type Example,
  itemSchemas,
  type Move,
  type Override,
  overrideSchemas,
  type Remedy,
  type Scenario,
  type Script,
  type Section,
  type Softening,
  type Taboo,
  type Variable,
} from './schema';
export { readPart, type SourceFile } from './source';
