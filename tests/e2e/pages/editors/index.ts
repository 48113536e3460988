import type { Mount } from '../mount.ts';

/** Every editor a page can mount, by the name used in its address. */
export const EDITORS: Readonly<Record<string, () => Promise<{ default: Mount }>>> = {
  textarea: () => import('./textarea.ts'),
  'react-textarea': () => import('./react-textarea.tsx'),
  input: () => import('./input.ts'),
  contenteditable: () => import('./contenteditable.ts'),
  prosemirror: () => import('./prosemirror.ts'),
  tiptap: () => import('./tiptap.ts'),
  lexical: () => import('./lexical.ts'),
  slate: () => import('./slate.tsx'),
  quill: () => import('./quill.ts'),
  draft: () => import('./draft.tsx'),
  ckeditor: () => import('./ckeditor.ts'),
  codemirror: () => import('./codemirror.ts'),
};
