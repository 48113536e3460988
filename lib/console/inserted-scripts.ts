/** How much of a script must still stand for it to count as used: an agent may well change its other half. */
const PART = 0.5;

/**
 * The scripts that stand in a draft. One that is taken out again before the message goes off did not fit after all.
 *
 *   add --> stands --(its words are gone, others are there)--> taken out
 *             '-----(draft empty)--> waits --sent--> forgotten
 *                                      '-----(something else is typed)--> taken out
 */
export class InsertedScripts {
  #standing: { script: string; text: string }[] = [];

  add(script: string, text: string): void {
    this.#standing.push({ script, text });
  }

  /** The message went off with whatever stood in it. */
  sent(): void {
    this.#standing = [];
  }

  /** The scripts that are found to be taken out of the draft as it is now. */
  look(draft: string): string[] {
    // Sent or emptied: what happens next tells.
    if (this.#standing.length === 0 || draft.trim() === '') return [];
    const gone = this.#standing.filter(({ text }) => !stands(text, draft));
    if (gone.length > 0) this.#standing = this.#standing.filter((it) => !gone.includes(it));
    return gone.map(({ script }) => script);
  }
}

function stands(text: string, draft: string): boolean {
  const half = Math.ceil(text.trim().length * PART);
  const start = text.trim().slice(0, half);
  const end = text.trim().slice(-half);
  return draft.includes(start) || draft.includes(end);
}
