/** @jsxImportSource react */
import { ContentState, Editor, EditorState } from 'draft-js';
import sheet from 'draft-js/dist/Draft.css';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { built, type Mount } from '../mount.ts';

interface Held {
  state: EditorState;
  set(state: EditorState): void;
}

function Composer({ held }: { held: Held }) {
  const [state, setState] = useState(held.state);
  held.state = state;
  held.set = setState;
  return <Editor editorState={state} onChange={setState} ariaLabel="Reply" />;
}

const mount: Mount = (place) => {
  place.styles(sheet);
  const held: Held = { state: EditorState.createEmpty(), set: () => {} };
  flushSync(() => createRoot(place.element).render(<Composer held={held} />));
  return {
    element: built(place, '.public-DraftEditor-content'),
    model: () => held.state.getCurrentContent().getPlainText('\n'),
    clear: () => held.set(EditorState.push(held.state, ContentState.createFromText(''), 'remove-range')),
  };
};
export default mount;
