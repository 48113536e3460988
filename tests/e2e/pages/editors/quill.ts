import Quill from 'quill';
import sheet from 'quill/dist/quill.core.css';
import type { Mount } from '../mount.ts';

/** By itself Quill joins all of a second into one step of its history, typing and replacing included. */
const HISTORY = { history: { delay: 0 } };

const mount: Mount = (place) => {
  place.styles(sheet);
  const holder = document.createElement('div');
  place.element.append(holder);
  const quill = new Quill(holder, { modules: HISTORY });
  return {
    element: quill.root,
    model: () => quill.getText().replace(/\n$/, ''),
    clear: () => {
      quill.setText('');
    },
  };
};
export default mount;
