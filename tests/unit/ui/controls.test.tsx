// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  Button,
  ChipButton,
  Field,
  IconButton,
  Input,
  Progress,
  rovingTarget,
  Segments,
  Select,
  Switch,
  Tabs,
} from '@/components/ui';
import { allByRole, byRole, click, press, stage } from './stage';

const LETTERS = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma' },
] as const;

describe('buttons', () => {
  it('never submit a form by themselves', () => {
    const root = stage(<Button>Go</Button>);
    expect(byRole(root, 'button', 'Go').getAttribute('type')).toBe('button');
  });

  it('with an icon alone are named for those who do not see it', () => {
    const root = stage(<IconButton icon="close" label="Close" />);
    const button = byRole(root, 'button', 'Close');
    expect(button.getAttribute('title')).toBe('Close');
    expect(button.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('that toggle say whether they are pressed', () => {
    const root = stage(<ChipButton pressed>Damaged</ChipButton>);
    expect(byRole(root, 'button', 'Damaged').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    const root = stage(
      <Field label="Amount" hint="In yuan" error="Fill this in">
        {(control) => <Input {...control} />}
      </Field>,
    );
    const input = byRole(root, 'textbox', 'Amount');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['In yuan', 'Fill this in']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(byRole(root, 'alert').textContent).toBe('Fill this in');
  });

  it('without an error claims none', () => {
    const root = stage(<Field label="Amount">{(control) => <Input {...control} />}</Field>);
    expect(byRole(root, 'textbox', 'Amount').hasAttribute('aria-invalid')).toBe(false);
    expect(allByRole(root, 'alert')).toEqual([]);
  });
});

describe('a switch', () => {
  it.each([true, false])('that is %s turns to the other side', (checked) => {
    const onToggle = vi.fn();
    const root = stage(
      <Switch checked={checked} onToggle={onToggle}>
        On here
      </Switch>,
    );
    const control = byRole(root, 'switch', 'On here');
    expect(control.getAttribute('aria-checked')).toBe(String(checked));
    click(control);
    expect(onToggle).toHaveBeenCalledWith(!checked);
  });
});

describe('choices', () => {
  it('in a select give back the value that was picked', () => {
    const onPick = vi.fn();
    const root = stage(<Select aria-label="Letter" options={LETTERS} value="a" onPick={onPick} />);
    const select = byRole(root, 'combobox', 'Letter') as HTMLSelectElement;
    select.selectedIndex = 2;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onPick).toHaveBeenCalledWith('c');
  });

  it('in segments are radio buttons of one group', () => {
    const onPick = vi.fn();
    const root = stage(<Segments label="Letter" options={LETTERS} value="b" onPick={onPick} />);
    const radios = allByRole(root, 'radio') as HTMLInputElement[];
    expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
    expect(new Set(radios.map((radio) => radio.name)).size).toBe(1);
    click(radios[2]!);
    expect(onPick).toHaveBeenCalledWith('c');
  });
});

describe('tabs', () => {
  it.each([
    ['ArrowRight', 'b'],
    ['ArrowLeft', 'c'],
    ['Home', 'a'],
    ['End', 'c'],
  ])('%s leads from the first to %s', (key, expected) => {
    const onPick = vi.fn();
    const root = stage(
      <Tabs label="Letters" tabs={LETTERS} value="a" onPick={onPick}>
        panel
      </Tabs>,
    );
    const event = press(byRole(root, 'tab', 'Alpha'), key);
    expect(onPick).toHaveBeenCalledWith(expected);
    expect(event.defaultPrevented).toBe(true);
  });

  it('leave keys alone while an input method composes', () => {
    const onPick = vi.fn();
    const root = stage(
      <Tabs label="Letters" tabs={LETTERS} value="a" onPick={onPick}>
        panel
      </Tabs>,
    );
    press(byRole(root, 'tab', 'Alpha'), 'ArrowRight', { isComposing: true });
    expect(onPick).not.toHaveBeenCalled();
  });

  it('keep one tab in the tab order and name the panel after it', () => {
    const root = stage(
      <Tabs label="Letters" tabs={LETTERS} value="b" onPick={() => {}}>
        panel
      </Tabs>,
    );
    expect(allByRole(root, 'tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1]);
    expect(byRole(root, 'tabpanel', 'Beta').textContent).toBe('panel');
  });
});

it.each([
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['Enter', 0, 3, null],
  ['a', 1, 3, null],
] as const)('rovingTarget(%s) from %i of %i is %s', (key, index, count, expected) => {
  expect(rovingTarget(key, index, count)).toBe(expected);
});

it.each([
  [50, 100, '50%'],
  [3, 4, '75%'],
  [-5, 100, '0%'],
  [120, 100, '100%'],
  [1, 0, '0%'],
])('progress of %i in %i fills %s', (value, max, width) => {
  const root = stage(<Progress label="Patience" value={value} max={max} />);
  const bar = byRole(root, 'progressbar', 'Patience');
  expect((bar.firstElementChild as HTMLElement).style.width).toBe(width);
  expect(bar.getAttribute('aria-valuenow')).toBe(String(value));
});
