import type { ComponentChildren } from 'preact';
import { Banner } from '@/components/ui';
import { common } from '@/lib/i18n';
import type { StoreTrouble } from '@/lib/store';
import { LossNotice } from './loss-notice';

export interface WorkplacePane {
  id: string;
  label: string;
  href: string;
  /** Number beside the name; `undefined`: none is shown. */
  count: number | undefined;
}

export interface WorkplaceProps {
  /** What the side bar is called for those who only hear it. */
  nav: string;
  /** Name of the page, behind the product's. */
  title: string;
  /** Where the name leads; left out where there is nothing above the panes. */
  home?: string;
  /** In the order of the side bar. */
  panes: readonly WorkplacePane[];
  /** Id of the open pane. */
  open: string;
  /** What stands at the foot of the side bar. */
  foot?: ComponentChildren;
  /** Heading and what can be done from everywhere. */
  head: ComponentChildren;
  storeTrouble: StoreTrouble;
  /** What has to be said above every pane. */
  notices?: ComponentChildren;
  children: ComponentChildren;
}

/** Side bar, head and the open pane: the frame of a page that is worked in all day. */
export function Workplace(props: WorkplaceProps) {
  const { nav, title, home, panes, open, foot, head, storeTrouble, notices, children } = props;
  const name = `${common('productName')} · ${title}`;
  return (
    <div class="workplace">
      <nav class="workplace-nav" aria-label={nav}>
        {home === undefined ? (
          <p class="workplace-home">{name}</p>
        ) : (
          <a class="workplace-home" href={home}>
            {name}
          </a>
        )}
        <ul>
          {panes.map(({ id, label, href, count }) => (
            <li key={id}>
              <a class="workplace-pane" href={href} aria-current={id === open ? 'page' : undefined}>
                <span>{label}</span>
                {count !== undefined && <span class="workplace-count tabular">{count}</span>}
              </a>
            </li>
          ))}
        </ul>
        {foot}
      </nav>
      <div class="workplace-work">
        <header class="workplace-head">{head}</header>
        {storeTrouble && <Banner tone="danger">{common(storeTrouble)}</Banner>}
        <LossNotice />
        {notices}
        <main class="workplace-main">{children}</main>
      </div>
    </div>
  );
}
