import { signal } from '@preact/signals-core';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountInPage, takeOver } from '@/components/agent/in-page';
import { startSecondLook } from '@/components/agent/live';
import { mountPalette } from '@/components/agent/palette';
import { applyLocale } from '@/lib/i18n';
import { call, onCommand } from '@/lib/rpc';
import { takeReader } from '@/lib/second-look';
import { follow, settings } from '@/lib/store/settings';

/** Badge, card and guard; the background puts them into a frame when somebody types there for the first time. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    const handed = takeOver();
    if (handed === null) return;
    const { host, console, signal: until, site } = handed;
    const shortcut = signal<string | null>(null);
    // A key that was changed shows in the next frame that is opened; asking at every look would cost every look.
    call('keyOf', { command: 'open-card' }).then(
      ({ key }) => {
        shortcut.value = key;
      },
      () => undefined,
    );
    void follow(settings.locale, (choice) => applyLocale(choice, [browser.i18n.getUILanguage()]), until);
    let slashes = false;
    void follow(
      settings.slashPalette,
      (allowed) => {
        slashes = allowed;
      },
      until,
    );
    const openPanel = (): Promise<boolean> =>
      call('open', { surface: 'panel' }).then(
        ({ opened }) => opened,
        () => false,
      );
    const palette = mountPalette({
      document,
      host,
      console,
      signal: until,
      find: async (question) => (await call('findScripts', question)).rows,
      slashes: () => slashes,
      onOpenPanel: () => void openPanel(),
    });
    onCommand((command) => {
      // The command reaches every frame of the tab; the one that has the focus itself, not a frame in it, acts.
      const here = document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
      return command === 'open-palette' && here && palette.open();
    }, until);
    const { model: look } = startSecondLook({
      console,
      signal: until,
      layer: () => (host.element.isConnected ? host.layer : null),
      reader: takeReader,
      keeps: true,
    });
    onCommand((command) => {
      // Where no rule has anything to show, the key of the card opens the second look's.
      const { flags, focused } = console.runtime.state;
      if (command === 'open-card' && flags.length === 0 && focused && document.hasFocus()) look.open();
    }, until);
    mountInPage({
      look,
      document,
      host,
      console,
      signal: until,
      site,
      shortcut,
      onOpenPanel: openPanel,
    });
    // What was found before there was a place to draw it.
    console.runtime.recheck();
  },
});
