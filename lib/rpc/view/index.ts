/** For pages that look at a console (panel, palette): checks what frames send. */
export { openConsole, winningFrame } from './console-client';
