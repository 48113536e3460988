export { PatternEditor, type PatternEditorProps } from './editor';
export { problemText } from './reads-as';
