import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'class' | 'label'>;

export interface ButtonProps extends Native {
  /** `primary` at most once in a view; `plain` reads as a link. */
  look?: 'primary' | 'quiet' | 'plain' | 'danger';
  small?: boolean;
  icon?: IconName;
  class?: string;
  children: ComponentChildren;
}

export function Button({ look = 'quiet', small, icon, class: extra, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={classes('btn', `btn-${look}`, small && 'btn-s', extra)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Native {
  icon: IconName;
  /** What it does, for those who do not see the icon; also its tooltip. */
  label: string;
  class?: string;
}

export function IconButton({ icon, label, class: extra, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} class={classes('icon-btn', extra)}>
      <Icon name={icon} />
    </button>
  );
}
