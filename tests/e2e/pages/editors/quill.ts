import Quill from 'quill';
import sheet from 'quill/dist/quill.core.css';
import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  place.styles(sheet);
  const holder = document.createElement('div');
  place.element.append(holder);
  const quill = new Quill(holder);
  return {
    element: quill.root,
    model: () => quill.getText().replace(/\n$/, ''),
    clear: () => {
      quill.setText('');
    },
  };
};
export default mount;
