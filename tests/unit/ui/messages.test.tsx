// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button, createToaster, Dialog, mountPage, Toasts } from '@/components/ui';
import { common, locale } from '@/lib/i18n';
import { allByRole, byRole, click, stage } from './stage';

afterEach(() => {
  locale.value = 'en';
});

describe('a toast', () => {
  const lifetime = new AbortController();
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });
  const texts = (root: HTMLElement) => [...root.querySelectorAll('.toast-text')].map((it) => it.textContent);

  it('is said politely and leaves after its time', () => {
    const toaster = createToaster(lifetime.signal, 1000);
    const root = stage(<Toasts toaster={toaster} />);
    expect(byRole(root, 'status', 'Notices')).toBeTruthy();
    act(() => toaster.show('Copied'));
    expect(texts(root)).toEqual(['Copied']);
    act(() => {
      vi.advanceTimersByTime(1001);
    });
    expect(texts(root)).toEqual([]);
  });

  it('stays while it is held, then starts anew', () => {
    const toaster = createToaster(lifetime.signal, 1000);
    const root = stage(<Toasts toaster={toaster} />);
    act(() => toaster.show('Copied'));
    toaster.hold(true);
    act(() => {
      vi.advanceTimersByTime(5000);
    });
    expect(texts(root)).toEqual(['Copied']);
    toaster.hold(false);
    act(() => {
      vi.advanceTimersByTime(1001);
    });
    expect(texts(root)).toEqual([]);
  });

  it('takes back what it tells of, once', () => {
    const toaster = createToaster(lifetime.signal);
    const root = stage(<Toasts toaster={toaster} />);
    const undo = vi.fn();
    act(() => toaster.showUndo('Rule is off', undo));
    click(byRole(root, 'button', 'Undo'));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(texts(root)).toEqual([]);
  });

  it('does not pile up: the same words once, at most two', () => {
    const toaster = createToaster(lifetime.signal);
    const root = stage(<Toasts toaster={toaster} />);
    for (const text of ['one', 'two', 'two', 'three']) act(() => toaster.show(text));
    expect(texts(root)).toEqual(['two', 'three']);
  });

  it('goes with its page', () => {
    const page = new AbortController();
    const toaster = createToaster(page.signal);
    toaster.show('Copied');
    page.abort();
    expect(toaster.shown.value).toEqual([]);
    toaster.show('Late');
    expect(toaster.shown.value).toEqual([]);
  });
});

describe('a dialog', () => {
  it('is named, closes by its button and by Esc, and gives focus back', () => {
    const opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
    const onClose = vi.fn();
    const root = stage(
      <Dialog title="Fill in" onClose={onClose} footer={<Button>Insert</Button>}>
        body
      </Dialog>,
    );
    const dialog = byRole(root, 'dialog', 'Fill in') as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    click(byRole(dialog, 'button', 'Close'));
    const cancel = new Event('cancel', { cancelable: true });
    act(() => {
      dialog.dispatchEvent(cancel);
    });
    expect(onClose).toHaveBeenCalledTimes(2);
    expect(cancel.defaultPrevented).toBe(true);
    stage(null, root);
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });
});

function Name() {
  return <h1>{common('productName')}</h1>;
}

describe('a page', () => {
  it('speaks the language in force, also after it changes, until it ends', () => {
    const lifetime = new AbortController();
    const root = document.body.appendChild(document.createElement('div'));
    act(() => mountPage(root, <Name />, () => common('productName'), lifetime.signal));
    expect([document.documentElement.lang, document.title]).toEqual(['en', 'Tactful']);
    act(() => {
      locale.value = 'zh-TW';
    });
    expect([document.documentElement.lang, document.title]).toEqual(['zh-TW', '得體']);
    expect(byRole(root, 'heading').textContent).toBe('得體');
    act(() => lifetime.abort());
    expect(allByRole(root, 'heading')).toEqual([]);
    locale.value = 'en';
    expect(document.title).toBe('得體');
    root.remove();
  });
});
