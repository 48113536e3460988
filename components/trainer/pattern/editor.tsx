import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, forceLinting, linter, lintKeymap } from '@codemirror/lint';
import { EditorState, RangeSetBuilder, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pattern } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Lists } from '@/lib/rules';
import { useDeferred } from '../use-deferred';
import { completeWith } from './complete';
import { look } from './look';
import { type PatternUse, patternProblems } from './problems';
import { problemText, readsAs } from './reads-as';
import { tokensIn } from './tokens';

export interface PatternEditorProps {
  label: string;
  /** One pattern each. */
  lines: readonly string[];
  use: PatternUse;
  lists: Lists;
  language: Language;
  onLines: (lines: string[]) => void;
}

const linesOf = (doc: Text): string[] =>
  doc
    .toJSON()
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Patterns, one a line: coloured, completed, told what is wrong in place, and read back in plain words. */
export function PatternEditor({ label, lines, use, lists, language, onLines }: PatternEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [caret, setCaret] = useState({ line: 1, text: lines[0] ?? '' });
  // What the editor was given once asks for these again and again.
  const now = useRef({ lists, onLines, use });
  now.current = { lists, onLines, use };
  const first = useRef({ label, lines, language });
  /** What was handed out and has not come back yet: it may come late, when more is written already. */
  const sent = useRef<string[]>([]);
  const taking = useRef(false);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const start = first.current;
    // In a shadow root styles are constructed sheets, which the page's policy allows.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: start.lines.join('\n'),
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': start.label,
            spellcheck: 'false',
            lang: start.language,
          }),
          look,
          coloured(() => now.current.lists),
          autocompletion({ override: [completeWith(() => now.current.lists)], icons: false }),
          linter((it) => diagnose(it.state.doc, now.current.use, now.current.lists), { delay: 250 }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged || update.selectionSet) {
              const { number: line, text } = update.state.doc.lineAt(update.state.selection.main.head);
              setCaret({ line, text });
            }
            if (!update.docChanged || taking.current) return;
            const written = linesOf(update.state.doc);
            sent.current.push(written.join('\n'));
            now.current.onLines(written);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  // What came from elsewhere: undone, another tab. By content: each drawing brings a new array.
  const given = lines.join('\n');
  useEffect(() => {
    const editor = view.current;
    const echo = sent.current.lastIndexOf(given);
    if (echo >= 0) sent.current = sent.current.slice(echo + 1);
    if (!editor || echo >= 0 || linesOf(editor.state.doc).join('\n') === given) return;
    taking.current = true;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: given } });
    taking.current = false;
  }, [given]);
  useEffect(() => {
    if (view.current && lists) forceLinting(view.current);
  }, [lists]);

  const reading = caret.text.trim() === '' ? '' : readsAs(caret.text, lists, language);
  // A moment later: half a pattern is no mistake yet.
  const settled = useDeferred(given, 400);
  const flaw = useMemo(() => {
    const flaws = patternProblems(settled.split('\n'), use, lists).filter((it) => it.level === 'error');
    return flaws.find((it) => it.index + 1 === caret.line) ?? flaws[0];
  }, [settled, use, lists, caret.line]);
  return (
    <div class="patterns">
      <div ref={host} class="patterns-editor" />
      {flaw && (
        <p class="patterns-flaw" role="status">
          {settled.includes('\n')
            ? pattern('inLine', { line: flaw.index + 1, text: problemText(flaw) })
            : problemText(flaw)}
        </p>
      )}
      {reading !== '' && <p class="patterns-reading">{pattern('readsAs', { text: reading })}</p>}
    </div>
  );
}

/** Every problem where it stands, in the interface's language. */
export function diagnose(doc: Text, use: PatternUse, lists: Lists): Diagnostic[] {
  return patternProblems(doc.toJSON(), use, lists).map((problem) => {
    const line = doc.line(problem.index + 1);
    const indent = line.text.length - line.text.trimStart().length;
    const from = Math.min(
      line.from + indent + Math.max(0, problem.column - 1),
      Math.max(line.from, line.to - 1),
    );
    return { from, to: line.to, severity: problem.level, message: problemText(problem) };
  });
}

const coloured = (lists: () => Lists) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = colours(view.state.doc, lists());
      }
      update(update: ViewUpdate) {
        if (update.docChanged) this.decorations = colours(update.state.doc, lists());
      }
    },
    { decorations: (it) => it.decorations },
  );

function colours(doc: Text, lists: Lists): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (let number = 1; number <= doc.lines; number++) {
    const line = doc.line(number);
    for (const { kind, from, to } of tokensIn(line.text, lists)) {
      builder.add(line.from + from, line.from + to, Decoration.mark({ class: `pattern-${kind}` }));
    }
  }
  return builder.finish();
}
