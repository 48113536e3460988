import { LossNotice } from '@/components/page/loss-notice';
import { Banner, Button, type Toaster, Toasts } from '@/components/ui';
import { common, contests, options, personal, subscription, teach, team } from '@/lib/i18n';
import type { StoreState } from '@/lib/store';
import { type ConsolesProps, ConsolesSection } from './consoles';
import { type DismissalsProps, DismissalsSection } from './dismissals';
import { type GeneralProps, GeneralSection } from './general';
import { type KeptProps, KeptSection } from './kept';
import { type ReviewsProps, ReviewsSection } from './reviews';
import { type SentencesProps, SentencesSection } from './sentences';
import { type ShortcutsProps, ShortcutsSection } from './shortcuts';
import { type SitesProps, SitesSection } from './sites';
import { type SubscriptionsProps, SubscriptionsSection } from './subscriptions';
import { type TeamProps, TeamSection } from './team';

export interface OptionsPageProps {
  store: StoreState;
  onReload: () => void;
  general: GeneralProps;
  team: TeamProps;
  sites: SitesProps;
  consoles: ConsolesProps;
  sentences: SentencesProps;
  subscriptions: SubscriptionsProps;
  dismissals: DismissalsProps;
  reviews: ReviewsProps;
  shortcuts: ShortcutsProps;
  kept: KeptProps;
  toaster: Toaster;
}

const SECTIONS = [
  ['general', () => options('options.general')],
  ['team', () => team('team.title')],
  ['sites', () => options('options.sites')],
  ['consoles', () => teach('list.title')],
  ['sentences', () => personal('title')],
  ['subscriptions', () => subscription('title')],
  ['dismissals', () => options('options.dismissals')],
  ['reviews', () => contests('mine.title')],
  ['shortcuts', () => options('options.shortcuts')],
  ['data', () => options('options.data')],
] as const;

function StoreBanner({ store, onReload }: { store: StoreState; onReload: () => void }) {
  if (store.kind === 'store-unavailable') return <Banner tone="danger">{common('storeUnavailable')}</Banner>;
  if (store.kind === 'full') return <Banner tone="danger">{common('storeFull')}</Banner>;
  if (store.kind === 'waiting') return <Banner tone="warning">{options('options.waiting')}</Banner>;
  if (store.kind !== 'outdated') return null;
  return (
    <Banner
      tone="warning"
      actions={
        <Button small onClick={onReload}>
          {options('options.reload')}
        </Button>
      }
    >
      {options('options.outdated')}
    </Banner>
  );
}

export function OptionsPage(props: OptionsPageProps) {
  return (
    <div class="options">
      <header class="options-head">
        <img src="/icons/48.png" width="32" height="32" alt="" />
        <h1>{options('options.title')}</h1>
      </header>
      <nav class="options-nav" aria-label={options('options.sections')}>
        <ul>
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title()}</a>
            </li>
          ))}
          <li>
            <a href="/trainer.html">{options('popup.openTrainer')}</a>
          </li>
          <li>
            <a href="/review.html">{options('popup.openReview')}</a>
          </li>
        </ul>
      </nav>
      <main class="options-main">
        <StoreBanner store={props.store} onReload={props.onReload} />
        <LossNotice />
        <GeneralSection {...props.general} />
        <TeamSection {...props.team} />
        <SitesSection {...props.sites} />
        <ConsolesSection {...props.consoles} />
        <SentencesSection {...props.sentences} />
        <SubscriptionsSection {...props.subscriptions} />
        <DismissalsSection {...props.dismissals} />
        <ReviewsSection {...props.reviews} />
        <ShortcutsSection {...props.shortcuts} />
        <KeptSection {...props.kept} />
      </main>
      <footer class="options-foot">
        <a href="/licences.txt">{options('options.licences')}</a>
      </footer>
      <Toasts toaster={props.toaster} />
    </div>
  );
}
