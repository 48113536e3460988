import { ClassicEditor, Essentials, Paragraph, Undo } from 'ckeditor5';
import sheet from 'ckeditor5/ckeditor5.css';
import { built, type Mount } from '../mount.ts';

const mount: Mount = async (place) => {
  place.styles(sheet);
  const holder = document.createElement('div');
  place.element.append(holder);
  const editor = await ClassicEditor.create(holder, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Undo],
  });
  const line = (block: Iterable<unknown>) =>
    Array.from(block, (part) => (isText(part) ? part.data : '\n')).join('');
  return {
    element: built(place, '.ck-editor__editable'),
    model: () =>
      Array.from(editor.model.document.getRoot()?.getChildren() ?? [])
        .map((block) => (block.is('element') ? line(block.getChildren()) : ''))
        .join('\n'),
    clear: () => editor.setData(''),
  };
};
export default mount;

function isText(part: unknown): part is { data: string } {
  return typeof part === 'object' && part !== null && 'data' in part && typeof part.data === 'string';
}
