import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';
import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  const root = place.element.getRootNode();
  const view = new EditorView({
    parent: place.element,
    root: root instanceof ShadowRoot ? root : document,
    extensions: [history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping],
  });
  return {
    element: view.contentDOM,
    model: () => view.state.doc.toString(),
    clear: () => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }),
  };
};
export default mount;
