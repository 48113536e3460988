import { effect } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { locale } from '@/lib/i18n';

/**
 * Mounts a page's root component and keeps `<html lang>` and the title in the interface language.
 * `title` is called again when the language changes. The page lives until `lifetime` aborts.
 */
export function mountPage(
  root: Element,
  view: ComponentChild,
  title: () => string,
  lifetime: AbortSignal,
): void {
  const stop = effect(() => {
    document.documentElement.lang = locale.value;
    document.title = title();
  });
  render(view, root);
  lifetime.addEventListener('abort', () => {
    stop();
    render(null, root);
  });
}
