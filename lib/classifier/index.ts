export { Classifier, type Suspicion } from './classifier';
export type { Reading } from './clauses';
export { hashWord } from './hash';
export { type Keenness, type ModelFile, type Thresholds, thresholdOf } from './model';
export { type Lesson, teach, teaching } from './own';
export { calibrate, type Example, type TrainingOptions, train, training } from './train';
export { answersBarely, isDoubtable, offersWayOut } from './way-out';
