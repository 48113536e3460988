import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.role = 'textbox';
  box.ariaLabel = 'Reply';
  box.ariaMultiLine = 'true';
  box.style.whiteSpace = 'pre-wrap';
  place.element.append(box);
  return {
    element: box,
    model: () => box.innerText.replace(/\n$/, ''),
    clear: () => box.replaceChildren(),
  };
};
export default mount;
