/** The light door; what checks files stands behind `transfer`. */
export { asScripts, LONGEST_TEXT, MOST_PERSONAL, PERSONAL_SHELF, type PersonalScript } from './scripts';
export {
  exportPersonal,
  type Imported,
  type ImportProblem,
  importPersonal,
  newPersonalId,
  withImported,
} from './transfer';
