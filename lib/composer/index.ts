export type { Box, Composer, ComposerAdapter } from './composer';
export { belongsToInputMethod, CompositionGuard } from './composition';
export { editableAdapter } from './editable';
export { computedFlow, type EditableText, type FlowOf, rangeIn, readEditable } from './editable-text';
export {
  composerFor,
  deepActiveElement,
  eventElement,
  openShadowRootOf,
  rootsOf,
  type ShadowRootOf,
} from './find';
export { type InsertFailure, type InsertRequest, type InsertResult, insertText } from './insert';
export { contrast, inkFor, LOOK_MARKS, MARK_SHAPES, type MarkStyle, parseColor } from './mark-style';
export { clearOldMarks, type Mark, MarkPainter, type MarkPainterOptions } from './marks';
export { clipOf, Mirror } from './mirror';
export { type Edit, editBetween, mapCaret, mapSpan, type Span } from './span';
export { hasValueRange, textControlAdapter } from './text-control';
