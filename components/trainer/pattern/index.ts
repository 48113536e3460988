export { PatternEditor, type PatternEditorProps } from './editor';
export { problemText, readsAs } from './reads-as';
