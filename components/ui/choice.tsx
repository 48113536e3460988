import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Option } from './field';
import { roveOnKey } from './roving';

export interface SegmentsProps<V extends string> {
  label: string;
  options: readonly Option<V>[];
  value: V;
  onPick: (value: V) => void;
}

/** One of a few, all visible: native radio buttons, so that arrow keys and reading work as everywhere. */
export function Segments<V extends string>({ label, options, value, onPick }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="segment" lang={option.lang}>
          <input
            type="radio"
            class="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span class="segment-face">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export interface TabsProps<V extends string> {
  label: string;
  tabs: readonly Option<V>[];
  value: V;
  onPick: (value: V) => void;
  /** The panel of the picked tab. */
  children: ComponentChildren;
}

export function Tabs<V extends string>({ label, tabs, value, onPick, children }: TabsProps<V>) {
  const id = useId();
  return (
    <>
      <div
        class="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) =>
          roveOnKey(event, 'tab', (index) => {
            const tab = tabs[index];
            if (tab) onPick(tab.value);
          })
        }
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            class="tab"
            id={`${id}-tab-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onPick(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${value}`}>
        {children}
      </div>
    </>
  );
}
