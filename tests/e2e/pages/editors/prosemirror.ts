import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import sheet from 'prosemirror-view/style/prosemirror.css';
import type { Mount } from '../mount.ts';

/** In milliseconds; by itself ProseMirror joins what follows within half a second into one step of its history. */
const plugins = [history({ newGroupDelay: 1 }), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];

const mount: Mount = (place) => {
  place.styles(sheet);
  const fresh = () => EditorState.create({ schema, plugins });
  const view = new EditorView(place.element, { state: fresh() });
  return {
    element: view.dom,
    model: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
    clear: () => view.updateState(fresh()),
  };
};
export default mount;
