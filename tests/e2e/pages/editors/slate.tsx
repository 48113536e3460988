/** @jsxImportSource react */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { built, type Mount } from '../mount.ts';

const EMPTY = [{ type: 'paragraph', children: [{ text: '' }] }];

const mount: Mount = (place) => {
  const editor = withHistory(withReact(createEditor()));
  flushSync(() =>
    createRoot(place.element).render(
      <Slate editor={editor} initialValue={EMPTY}>
        <Editable aria-label="Reply" />
      </Slate>,
    ),
  );
  return {
    element: built(place, '[data-slate-editor]'),
    model: () => editor.children.map((block) => Node.string(block)).join('\n'),
    selected: () => (editor.selection ? Editor.string(editor, editor.selection) : ''),
    clear: () => {
      Transforms.select(editor, Editor.range(editor, []));
      Transforms.delete(editor);
    },
  };
};
export default mount;
