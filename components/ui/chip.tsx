import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon } from './icon';

export interface ChipProps {
  look?: 'done' | 'missing' | 'on';
  title?: string;
  children: ComponentChildren;
}

/** A short fact in a row of its kind. */
export function Chip({ look, title, children }: ChipProps) {
  return (
    <span class={classes('chip', look && `chip-${look}`)} title={title}>
      {look === 'done' && <Icon name="check" />}
      {children}
    </span>
  );
}

export interface ChipButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class'> {
  pressed?: boolean;
  look?: ChipProps['look'];
  children: ComponentChildren;
}

/** A chip that can be picked; `pressed` makes it a toggle. */
export function ChipButton({ pressed, look, children, ...rest }: ChipButtonProps) {
  return (
    <button type="button" {...rest} aria-pressed={pressed} class={classes('chip', look && `chip-${look}`)}>
      {children}
    </button>
  );
}

export interface BadgeProps {
  tone?: 'low' | 'medium' | 'high' | 'critical' | 'good' | 'brand';
  children: ComponentChildren;
}

/** A word that classifies what stands beside it. */
export function Badge({ tone, children }: BadgeProps) {
  return <span class={classes('badge', tone && `badge-${tone}`)}>{children}</span>;
}

export function Kbd({ children }: { children: ComponentChildren }) {
  return <kbd class="kbd">{children}</kbd>;
}
