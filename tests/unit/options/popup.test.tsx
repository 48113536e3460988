// @vitest-environment happy-dom
// Before anything that looks for a browser.
import '../fake-extension';

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps, type PopupState } from '@/components/options';
import { LOCALES, locale } from '@/lib/i18n';
import { allByRole, byRole, click, stage } from '../ui/stage';

const SITE = 'https://desk.example';

function show(over: Partial<PopupProps>) {
  const props: PopupProps = {
    state: null,
    asked: 'no',
    panelFailed: false,
    panelKey: '',
    onTurnOn: vi.fn(),
    onTurnOff: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onOpenPanel: vi.fn(),
    onOpenPractice: vi.fn(),
    onOpenTrainer: vi.fn(),
    onOpenReview: vi.fn(),
    onOpenOptions: vi.fn(),
    ...over,
  };
  return { root: stage(<Popup {...props} />), props };
}

afterEach(() => {
  locale.value = 'en';
});

describe('the popup', () => {
  it('off: names the site and has one big answer', () => {
    const { root, props } = show({ state: { kind: 'off', site: SITE } });
    expect(root.textContent).toContain('desk.example');
    click(byRole(root, 'button', 'Turn on here'));
    expect(props.onTurnOn).toHaveBeenCalledOnce();
  });

  it('off: asks only once while the browser’s question stands', () => {
    const { root } = show({ state: { kind: 'off', site: SITE }, asked: 'waiting' });
    expect(byRole(root, 'button', 'Waiting for the browser’s question…').hasAttribute('disabled')).toBe(true);
  });

  it('off: says what a refusal means and lets ask again', () => {
    const { root } = show({ state: { kind: 'off', site: SITE }, asked: 'refused' });
    expect(root.textContent).toContain('stays off on desk.example');
    expect(byRole(root, 'button', 'Turn on here').hasAttribute('disabled')).toBe(false);
  });

  it('on: can be paused and switched off', () => {
    const { root, props } = show({ state: { kind: 'on', site: SITE } });
    click(byRole(root, 'button', 'Pause for an hour'));
    click(byRole(root, 'button', 'Off on this site'));
    expect(props.onPause).toHaveBeenCalledOnce();
    expect(props.onTurnOff).toHaveBeenCalledOnce();
  });

  it('paused: says until when and goes on at a click', () => {
    const until = new Date(2026, 0, 31, 14, 30).getTime();
    locale.value = 'zh-TW';
    const { root, props } = show({ state: { kind: 'paused', site: SITE, until } });
    expect(root.textContent).toContain('暫停到 下午2:30');
    click(byRole(root, 'button', '現在繼續'));
    expect(props.onResume).toHaveBeenCalledOnce();
  });

  it.each<[string, PopupState]>([
    ['keeps its own pages closed', { kind: 'blocked', why: 'browser' }],
    ['keep extension stores closed', { kind: 'blocked', why: 'store' }],
    ['a file on your computer', { kind: 'blocked', why: 'file' }],
    ['practice console', { kind: 'ours', practice: true }],
    ['Tactful’s own pages', { kind: 'ours', practice: false }],
  ])('“%s”: a plain sentence and nothing to switch', (words, state) => {
    const { root } = show({ state });
    expect(root.querySelector('main')?.textContent).toContain(words);
    expect(root.querySelectorAll('main button')).toHaveLength(0);
  });

  it('leads on to panel, practice and options from everywhere', () => {
    const { root, props } = show({ state: { kind: 'blocked', why: 'browser' }, panelKey: 'Alt+Shift+K' });
    for (const button of allByRole(root, 'button')) click(button);
    expect(props.onOpenPanel).toHaveBeenCalledOnce();
    expect(props.onOpenPractice).toHaveBeenCalledOnce();
    expect(props.onOpenOptions).toHaveBeenCalledOnce();
    expect(root.querySelector('kbd')?.textContent).toBe('Alt+Shift+K');
  });

  it('says so when the panel did not open', () => {
    const { root } = show({ panelFailed: true });
    expect(root.textContent).toContain('The panel did not open');
  });

  it.each(LOCALES)('leaves no blank unfilled in %s', (at) => {
    locale.value = at;
    const states: PopupState[] = [
      { kind: 'off', site: SITE },
      { kind: 'on', site: SITE },
      { kind: 'paused', site: SITE, until: 0 },
    ];
    for (const state of states)
      expect(show({ state, asked: 'refused' }).root.textContent).not.toMatch(/[{}]/);
  });
});
