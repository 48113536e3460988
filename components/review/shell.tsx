import type { ComponentChildren } from 'preact';
import { Banner, Button } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';
import type { StoreTrouble } from '@/lib/store';
import { REVIEW_PANES, type ReviewPane, writeReviewRoute } from './route';

export interface ReviewShellProps {
  pane: ReviewPane;
  /** Number beside a pane's name: what waits there. */
  counts: Partial<Record<ReviewPane, number>>;
  /** Who is reviewing; empty: not said yet. */
  reviewer: string;
  onWho: () => void;
  storeTrouble: StoreTrouble;
  /** What stands at the right of the head. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** Side bar, head and the open pane of the QA page. */
export function ReviewShell(props: ReviewShellProps) {
  const { pane, counts, reviewer, onWho, storeTrouble, actions, children } = props;
  return (
    <div class="review">
      <nav class="review-nav" aria-label={t('nav')}>
        <p class="review-home">
          {common('productName')} · {t('title')}
        </p>
        <ul>
          {REVIEW_PANES.map((id) => (
            <li key={id}>
              <a
                class="review-pane"
                href={writeReviewRoute({ pane: id, item: null })}
                aria-current={id === pane ? 'page' : undefined}
              >
                <span>{t(`pane.${id}`)}</span>
                {(counts[id] ?? 0) > 0 && <span class="review-count tabular">{counts[id]}</span>}
              </a>
            </li>
          ))}
        </ul>
        <p class="review-who small">
          <span class="muted">{t('who')}</span>
          <Button small look="plain" onClick={onWho}>
            {reviewer || t('who.none')}
          </Button>
        </p>
      </nav>
      <div class="review-work">
        <header class="review-head">
          <h1>{t(`title.${pane}`)}</h1>
          {actions}
        </header>
        {storeTrouble && <Banner tone="danger">{common(storeTrouble)}</Banner>}
        <main class="review-main">{children}</main>
      </div>
    </div>
  );
}
