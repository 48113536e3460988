/** What an editor page knows of its editor. */
export interface MountedEditor {
  /** What the agent types into. */
  element: HTMLElement;
  /** The text the editor itself would send, lines joined by \n; never read from the DOM where there is a model. */
  model(): string;
  clear(): void;
  /** The words the editor itself holds selected, where it follows the browser's selection only after a while. */
  selected?(): string;
}

/** Where the editor goes; `styles` puts its sheet where the place can see it, a shadow root included. */
export interface Place {
  element: HTMLElement;
  styles(sheet: string): void;
}

/** Every module in editors/ has this as its default export. */
export type Mount = (place: Place) => Promise<MountedEditor> | MountedEditor;

/** The first element that matches, in a tree the editor has just built. */
export function built(place: Place, selector: string): HTMLElement {
  const found = place.element.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The editor built nothing that matches ${selector}.`);
  return found;
}
