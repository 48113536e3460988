import type { Frame, Page } from 'puppeteer-core';

/**
 * The page's own tree as text, shadow roots of the composer included, without our element. Names that an editor makes up
 * anew at each visit are numbered in the order they appear.
 */
export async function pageDom(frame: Page | Frame): Promise<string> {
  const text = await frame.evaluate(serialise);
  const names = new Map<string, string>();
  return text.replaceAll(MADE_UP, (_, before: string, name: string) => {
    const known = names.get(name) ?? `name-${names.size + 1}`;
    names.set(name, known);
    return `${before}${known}`;
  });
}

/** Draft.js and CKEditor give their blocks random keys and labels. */
const MADE_UP =
  /((?:data-offset-key|data-editor|id|for|aria-labelledby|aria-describedby|aria-controls|aria-owns)=")([^"]+)/g;

/** Runs in the page. */
function serialise(): string {
  const whole = document.documentElement.cloneNode(true) as Element;
  for (const ours of whole.querySelectorAll('[popover="manual"]')) ours.remove();
  const trees: Node[] = [whole];
  for (
    let root = window.getField()?.getRootNode();
    root instanceof ShadowRoot;
    root = root.host.getRootNode()
  ) {
    trees.push(root);
  }
  return trees.map((tree) => new XMLSerializer().serializeToString(tree)).join('\n');
}
