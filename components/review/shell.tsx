import type { ComponentChildren } from 'preact';
import { Workplace } from '@/components/page/workplace';
import { Button } from '@/components/ui';
import { review as t } from '@/lib/i18n';
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
  /** What has to be said above every pane. */
  notices?: ComponentChildren;
  /** What stands at the right of the head. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** Side bar, head and the open pane of the QA page. */
export function ReviewShell(props: ReviewShellProps) {
  const { pane, counts, reviewer, onWho, storeTrouble, notices, actions, children } = props;
  return (
    <Workplace
      nav={t('nav')}
      title={t('title')}
      panes={REVIEW_PANES.map((id) => ({
        id,
        label: t(`pane.${id}`),
        href: writeReviewRoute({ pane: id, item: null }),
        count: counts[id] || undefined,
      }))}
      open={pane}
      foot={
        <p class="review-who small">
          <span class="muted">{t('who')}</span>
          <Button small look="plain" onClick={onWho}>
            {reviewer || t('who.none')}
          </Button>
        </p>
      }
      head={
        <>
          <h1>{t(`title.${pane}`)}</h1>
          {actions}
        </>
      }
      storeTrouble={storeTrouble}
      notices={notices}
    >
      {children}
    </Workplace>
  );
}
