import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import type { BrowserKind } from '../browsers.ts';

/** A keyboard's input method, as the system would drive it: the events it causes are trusted ones. */
export interface InputMethod {
  /** Shows `text` as the undecided text at the caret, starting a composition where none is open. */
  compose(text: string): Promise<void>;
  /** Ends the composition with `text`, by a key that the input method keeps for itself where one is named. */
  commit(text: string, key?: 'Enter'): Promise<void>;
}

/** One running browser with the built extension in it. */
export interface Session {
  kind: BrowserKind;
  browser: Browser;
  /** The address of one of the extension's own pages. */
  extensionUrl(path: string): string;
  /** Goes to an address of the extension, which needs more than `page.goto()` in Firefox. */
  gotoExtension(page: Page, path: string): Promise<void>;
  /** Lets the browser answer yes, without a prompt, when the extension asks for `origin` ("http://localhost"). */
  approve(origin: string): Promise<void>;
  /** Presses the extension's button while `page` is in front: from then on it may know that tab's address. */
  pressAction(page: Page): Promise<void>;
  /** The root of a shadow tree, closed ones included, or null where the host or its root does not exist. */
  shadowRoot(frame: Frame, host: string): Promise<ElementHandle<ShadowRoot> | null>;
  /** Types with key presses; a character that no key carries arrives as a key press of that character. */
  type(page: Page, text: string): Promise<void>;
  inputMethod(page: Page): InputMethod;
  /** The practice console, which the extension opens by itself when it is installed. */
  greeting: Page;
  close(): Promise<void>;
}

export const BUILDS: Record<BrowserKind, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

export interface LaunchOptions {
  /** Folder of the unpacked build; default: the one `wxt build` writes. */
  build?: string;
  /** With a window a person can use, and no fixed viewport. */
  visible?: boolean;
  /** Which program; default: the installed one of this family. */
  executable?: string;
  /** Folder of the profile, which stays when the browser is closed; default: one that goes with it. */
  profile?: string;
}

export const VIEWPORT = { width: 1280, height: 800 };
