import type { ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export interface BannerProps {
  tone?: 'info' | 'good' | 'warning' | 'danger';
  actions?: ComponentChildren;
  children: ComponentChildren;
}

const ICONS: Readonly<Record<NonNullable<BannerProps['tone']>, IconName>> = {
  info: 'info',
  good: 'check',
  warning: 'warning',
  danger: 'warning',
};

/** Says something about the whole view; polite, so that it never cuts a screen reader short. */
export function Banner({ tone = 'info', actions, children }: BannerProps) {
  return (
    <div class={classes('banner', tone !== 'info' && `banner-${tone}`)} role="status">
      <Icon name={ICONS[tone]} />
      <div class="banner-body">
        {children}
        {actions && <div class="banner-actions">{actions}</div>}
      </div>
    </div>
  );
}

export interface EmptyStateProps {
  icon?: IconName;
  title: string;
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** What stands where nothing is yet: says why, and what to do about it. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} />}
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A real list with lines between its items. */
export function List({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <ul class="list" aria-label={label}>
      {children}
    </ul>
  );
}

export function Spinner({ label }: { label: string }) {
  return (
    <span role="status">
      <span class="spinner" aria-hidden="true" />
      <span class="sr-only">{label}</span>
    </span>
  );
}

export interface ProgressProps {
  label: string;
  /** 0 … `max`. */
  value: number;
  max?: number;
  tone?: 'good' | 'medium' | 'high';
  /** The value in words, where the number alone says little. */
  text?: string;
}

export function Progress({ label, value, max = 100, tone, text }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      class={classes('progress', tone && `progress-${tone}`)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
    >
      <div class="progress-bar" style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}
