import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import type { Mount } from '../mount.ts';

/** How long Lexical joins typing into one step of its history, in milliseconds; its playground's value. */
const HISTORY_DELAY = 300;

const mount: Mount = (place) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.role = 'textbox';
  box.ariaLabel = 'Reply';
  box.style.whiteSpace = 'pre-wrap';
  place.element.append(box);
  const editor = createEditor({
    namespace: 'page',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(box);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), HISTORY_DELAY);
  const clear = () =>
    editor.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
  clear();
  const text = () =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent())
      .join('\n');
  return { element: box, model: () => editor.getEditorState().read(text), clear };
};
export default mount;
