import { expect } from 'vitest';
import { type SeenCard, SeenPage } from '../../../scripts/driver/in-page.ts';

/** What the extension shows in a page, with waiting for it. */
export class InPage extends SeenPage {
  /** Waits until exactly these words are marked. */
  async expectMarked(...texts: string[]): Promise<void> {
    await expect.poll(() => this.markedTexts()).toEqual(texts);
  }

  /** What stands in a text field of ours, `null` while there is none. */
  async value(selector: string): Promise<string | null> {
    const field = await this.control(selector);
    return field?.evaluate((it) => (it as HTMLTextAreaElement).value) ?? null;
  }

  /** Opens the card with a click on the badge, unless the caret opens it first and the badge goes. */
  async openCard(): Promise<SeenCard> {
    const opened = async () => {
      if (!(await this.card())) await (await this.control('.count-badge'))?.click();
      return this.card();
    };
    await expect.poll(opened, { message: 'the card' }).not.toBeNull();
    return (await this.card())!;
  }

  /** Clicks a control of ours; the mouse is a real one. */
  async click(selector: string): Promise<void> {
    await expect
      .poll(() => this.control(selector), { message: `${selector} in our own tree` })
      .not.toBeNull();
    const control = (await this.control(selector))!;
    await control.click();
    await control.dispose();
  }
}
