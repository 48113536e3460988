export { PatternEditor, type PatternEditorProps } from './editor';
