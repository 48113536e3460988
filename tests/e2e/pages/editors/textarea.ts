import type { Mount } from '../mount.ts';

const mount: Mount = (place) => {
  const area = document.createElement('textarea');
  area.rows = 5;
  area.ariaLabel = 'Reply';
  place.element.append(area);
  return {
    element: area,
    model: () => area.value,
    clear: () => {
      area.value = '';
    },
  };
};
export default mount;
