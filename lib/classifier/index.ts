export { Classifier, type Suspicion } from './classifier';
export type { Reading } from './clauses';
export type { Keenness, ModelFile, Thresholds } from './model';
export { calibrate, type Example, type TrainingOptions, train, training } from './train';
