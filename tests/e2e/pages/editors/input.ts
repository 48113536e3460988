import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  const input = document.createElement('input');
  input.type = 'text';
  input.ariaLabel = 'Reply';
  place.element.append(input);
  return {
    element: input,
    model: () => input.value,
    clear: () => {
      input.value = '';
    },
  };
};
export default mount;
