/** @jsxImportSource react */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { built, type Mount } from '../mount.ts';

interface Held {
  text: string;
  set(text: string): void;
}

/** React owns the value: what does not reach its state is thrown away at the next render. */
function Composer({ held }: { held: Held }) {
  const [text, setText] = useState('');
  held.text = text;
  held.set = setText;
  return (
    <textarea rows={5} value={text} aria-label="Reply" onChange={(event) => setText(event.target.value)} />
  );
}

const mount: Mount = (place) => {
  const held: Held = { text: '', set: () => {} };
  flushSync(() => createRoot(place.element).render(<Composer held={held} />));
  return { element: built(place, 'textarea'), model: () => held.text, clear: () => held.set('') };
};
export default mount;
