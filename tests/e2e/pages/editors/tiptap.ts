import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Mount } from '../mount.ts';

/** As for ProseMirror: every change is a step of the history. */
const KIT = StarterKit.configure({ undoRedo: { newGroupDelay: 1 } });

const mount: Mount = (place) => {
  const editor = new Editor({ element: place.element, extensions: [KIT] });
  return {
    element: editor.view.dom,
    model: () => editor.getText({ blockSeparator: '\n' }),
    clear: () => {
      editor.commands.clearContent(true);
    },
  };
};
export default mount;
