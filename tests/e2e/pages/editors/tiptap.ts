import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  const editor = new Editor({ element: place.element, extensions: [StarterKit] });
  return {
    element: editor.view.dom,
    model: () => editor.getText({ blockSeparator: '\n' }),
    clear: () => {
      editor.commands.clearContent(true);
    },
  };
};
export default mount;
