import { Button, IconButton } from '@/components/ui';
import { agent, common, inpage, look } from '@/lib/i18n';
import type { InPageModel } from './model';

type Shown = NonNullable<InPageModel['news']['value']>;

export interface NewsProps {
  news: Shown;
  site: string;
  onUndo: (event: Event, dismissal: string) => void;
  onUndoLook: (event: Event) => void;
  onCopy: (event: Event, text: string) => void;
  onClose: () => void;
}

/** What was done, with the way back; or what failed, with the way onward. */
export function News({ news, site, onUndo, onUndoLook, onCopy, onClose }: NewsProps) {
  return (
    <div class="toast">
      <span class="toast-text" dir="auto">
        {said(news, site)}
      </span>
      {news.kind === 'dismissed' && (
        <Button look="plain" small onClick={(event) => onUndo(event, news.dismissal)}>
          {common('undo')}
        </Button>
      )}
      {news.kind === 'look' && news.undo !== null && (
        <Button look="plain" small onClick={onUndoLook}>
          {common('undo')}
        </Button>
      )}
      {news.kind === 'not-inserted' && (
        <Button look="plain" small onClick={(event) => onCopy(event, news.text)}>
          {agent('insert.copyInstead')}
        </Button>
      )}
      <IconButton icon="close" label={common('close')} onClick={onClose} />
    </div>
  );
}

function said(news: Shown, site: string): string {
  switch (news.kind) {
    case 'not-inserted':
      return agent('insert.failed');
    case 'misplaced':
      return agent('insert.misplaced');
    case 'send-again':
      return inpage('guard.again');
    case 'panel-shut':
      return inpage('guard.panelShut');
    case 'look':
      return look(`said.${news.what}`);
    case 'closed':
      return inpage('news.closed');
    case 'dismissed':
      switch (news.scope) {
        case 'here':
          return agent('card.dismissedHere');
        case 'phrase':
          return agent('card.phraseAllowed', { text: news.flag.text });
        case 'rule':
          return agent('card.ruleOffDone', { rule: news.flag.rule });
        case 'site':
          return agent('card.siteOffDone', { site });
      }
  }
}
