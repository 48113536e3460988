/** Both ends of a selection, in document order. */
export interface SelectedEnds {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

interface ComposedSelection {
  getComposedRanges(options: { shadowRoots: ShadowRoot[] }): readonly StaticRange[];
}

/** The selection object that can reach inside the root of a node: a shadow root has its own in Chromium. */
export function selectionFor(node: Node): Selection | null {
  const root = node.getRootNode();
  const own = (root as { getSelection?: () => Selection | null }).getSelection;
  return (typeof own === 'function' ? own.call(root) : null) ?? node.ownerDocument?.getSelection() ?? null;
}

/** Where the selection stands, seen from inside the root of `node` (also a shadow root); `null` when there is none. */
export function selectedEnds(node: Node): SelectedEnds | null {
  const selection = selectionFor(node);
  if (selection === null) return null;
  const root = node.getRootNode();
  if (isShadowRoot(root) && 'getComposedRanges' in selection) {
    const composed = (selection as unknown as ComposedSelection).getComposedRanges({
      shadowRoots: [root],
    })[0];
    if (composed !== undefined) return composed;
  }
  return selection.rangeCount === 0 ? null : selection.getRangeAt(0);
}

/**
 * Tells an editor that the selection moved, as the browser will do a while later. Its own word can be lost on an editor:
 * two moves that come close together are announced once, and Lexical passes over the one that follows a move of its own.
 * Hence twice: what was passed over the first time is heard the second time.
 */
export function announceSelection(document: Document): void {
  for (let times = 0; times < 2; times++) document.dispatchEvent(new Event('selectionchange'));
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}
