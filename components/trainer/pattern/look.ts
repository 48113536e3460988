import { EditorView } from '@codemirror/view';

/** The editor in the look of the page; the tokens reach into its shadow root. */
export const look = EditorView.theme({
  '&': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-s)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: 'var(--text-l)',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--leading)', maxHeight: '320px' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-s)',
    background: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    maxWidth: '420px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font)', fontSize: 'var(--text)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--brand-wash)',
    color: 'var(--brand-strong)',
  },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--font)', fontSize: 'var(--text)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--mark-high)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--mark-medium)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--mark-high)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline dotted var(--mark-medium)' },
  '.pattern-bracket, .pattern-mark': { color: 'var(--ink-3)' },
  '.pattern-gap, .pattern-slot': { color: 'var(--medium)' },
  '.pattern-list, .pattern-forms': { color: 'var(--brand)' },
  '.pattern-escape': { color: 'var(--low)' },
});
