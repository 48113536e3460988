import type {
  ComponentChildren,
  InputHTMLAttributes,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

/** What a control inside a field must carry so that label, hint and error belong to it. */
export interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

export interface FieldProps {
  label: ComponentChildren;
  /** Beside the label: “required”, a count … */
  mark?: ComponentChildren;
  hint?: ComponentChildren;
  /** Says what is wrong and what to do; announced when it appears. */
  error?: string | undefined;
  children: (control: FieldControl) => ComponentChildren;
}

/** A label over a control; the control is built by the child, which gets the attributes that tie them together. */
export function Field({ label, mark, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = classes(hint && `${id}-hint`, error && `${id}-error`);
  const control: FieldControl = { id };
  if (describedBy) control['aria-describedby'] = describedBy;
  if (error) control['aria-invalid'] = 'true';
  return (
    <div class="field">
      <label class="field-label" for={id}>
        <span>{label}</span>
        {mark && <span class="field-mark">{mark}</span>}
      </label>
      {children(control)}
      {hint && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class="field-error" id={`${id}-error`} role="alert" hidden={!error}>
        {error}
      </div>
    </div>
  );
}

export interface InputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'class' | 'icon'> {
  icon?: IconName;
  /** A shortcut shown at the end of the box. */
  hotkey?: ComponentChildren;
  inputRef?: Ref<HTMLInputElement>;
}

export function Input({ icon, hotkey, inputRef, ...rest }: InputProps) {
  const input = <input type="text" autocomplete="off" {...rest} ref={inputRef} class="input" />;
  if (!icon && !hotkey) return input;
  return (
    <div class="input-wrap">
      {icon && <Icon name={icon} />}
      {input}
      {hotkey}
    </div>
  );
}

export interface TextareaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'class'> {
  areaRef?: Ref<HTMLTextAreaElement>;
}

export function Textarea({ areaRef, ...rest }: TextareaProps) {
  return <textarea rows={3} {...rest} ref={areaRef} class="input" />;
}

export interface Option<V extends string> {
  value: V;
  label: string;
  /** Language the label is written in, where it is not the page's. */
  lang?: string;
}

export interface SelectProps<V extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'class' | 'value' | 'onChange'> {
  options: readonly Option<V>[];
  value: V;
  onPick: (value: V) => void;
}

export function Select<V extends string>({ options, value, onPick, ...rest }: SelectProps<V>) {
  return (
    <select
      {...rest}
      class="input"
      value={value}
      onChange={(event) => {
        const picked = options[event.currentTarget.selectedIndex];
        if (picked) onPick(picked.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface SwitchProps {
  checked: boolean;
  onToggle: (checked: boolean) => void;
  disabled?: boolean;
  children: ComponentChildren;
}

export function Switch({ checked, onToggle, disabled, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={checked}
      disabled={disabled}
      onClick={() => onToggle(!checked)}
    >
      <span class="switch-track" aria-hidden="true" />
      <span>{children}</span>
    </button>
  );
}
