import type { ComponentChildren } from 'preact';
import { Badge, Banner, Button, Icon, type IconName, Kbd } from '@/components/ui';
import { common, locale, options, teach } from '@/lib/i18n';
import { siteName } from '@/lib/sites';
import type { PopupState } from './popup-state';

export interface PopupProps {
  /** `null` until it is known. */
  state: PopupState | null;
  /** Whether the browser's question stands open, or was answered with no. */
  asked: 'no' | 'waiting' | 'refused';
  panelFailed: boolean;
  /** Shortcut of the panel as it is set now, `''` for none. */
  panelKey: string;
  onTurnOn: () => void;
  onTurnOff: () => void;
  onPause: () => void;
  onResume: () => void;
  /** Lets the agent show by clicks where things are on this page. */
  onTeach?: () => void;
  onOpenPanel: () => void;
  onOpenPractice: () => void;
  onOpenTrainer: () => void;
  onOpenReview: () => void;
  onOpenOptions: () => void;
}

const clock = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { timeStyle: 'short' }).format(at);

/** The first thing an agent sees of Tactful on a page: one question, one big answer. */
export function Popup(props: PopupProps) {
  const { state } = props;
  return (
    <div class="popup">
      <header class="popup-head">
        <img src="/icons/48.png" width="24" height="24" alt="" />
        <h1 class="popup-name">{common('productName')}</h1>
        {state && <StateBadge state={state} />}
      </header>
      <main class="popup-main">{state && <Answer {...props} state={state} />}</main>
      <nav class="popup-links" aria-label={common('more')}>
        {props.panelFailed && <Banner tone="warning">{options('popup.panelFailed')}</Banner>}
        <PopupLink icon="chat" onClick={props.onOpenPanel} hotkey={props.panelKey}>
          {options('popup.openPanel')}
        </PopupLink>
        <PopupLink icon="flag" onClick={props.onOpenPractice}>
          {options('popup.openPractice')}
        </PopupLink>
        <PopupLink icon="edit" onClick={props.onOpenTrainer}>
          {options('popup.openTrainer')}
        </PopupLink>
        <PopupLink icon="check" onClick={props.onOpenReview}>
          {options('popup.openReview')}
        </PopupLink>
        <PopupLink icon="settings" onClick={props.onOpenOptions}>
          {options('popup.openOptions')}
        </PopupLink>
      </nav>
    </div>
  );
}

function StateBadge({ state }: { state: PopupState }) {
  if (state.kind === 'on') return <Badge tone="good">{common('on')}</Badge>;
  if (state.kind === 'paused') return <Badge tone="medium">{options('popup.pausedNow')}</Badge>;
  return state.kind === 'off' ? <Badge>{common('off')}</Badge> : null;
}

function Answer(props: PopupProps & { state: PopupState }) {
  const { state } = props;
  switch (state.kind) {
    case 'blocked':
      return (
        <Words title={options('popup.blocked')}>
          {state.why === 'browser' && options('popup.blockedBrowser')}
          {state.why === 'store' && options('popup.blockedStore')}
          {state.why === 'file' && options('popup.blockedFile')}
        </Words>
      );
    case 'ours':
      return state.practice ? (
        <Words title={options('popup.practice')}>{options('popup.practiceHint')}</Words>
      ) : (
        <Words title={options('popup.ourPage')}>{options('popup.ourPageHint')}</Words>
      );
    case 'off':
      return (
        <>
          <Words site={siteName(state.site)} title={options('popup.off')}>
            {options('popup.offHint', { site: siteName(state.site) })}
          </Words>
          {props.asked === 'refused' && (
            <Banner tone="warning">{options('popup.refused', { site: siteName(state.site) })}</Banner>
          )}
          <Button
            look="primary"
            class="popup-big"
            onClick={props.onTurnOn}
            disabled={props.asked === 'waiting'}
          >
            {props.asked === 'waiting' ? options('popup.asking') : options('popup.turnOn')}
          </Button>
        </>
      );
    case 'on':
      return (
        <>
          <Words site={siteName(state.site)} title={options('popup.on')}>
            {options('popup.onHint')}
          </Words>
          <div class="popup-pair">
            <Button onClick={props.onPause}>{options('popup.pause')}</Button>
            <Button onClick={props.onTurnOff}>{options('popup.turnOff')}</Button>
          </div>
          {props.onTeach && (
            <Button look="plain" title={teach('start.hint')} onClick={props.onTeach}>
              {teach('start.button')}
            </Button>
          )}
        </>
      );
    case 'paused':
      return (
        <>
          <Words site={siteName(state.site)} title={options('popup.paused', { time: clock(state.until) })}>
            {options('popup.pausedHint', { site: siteName(state.site) })}
          </Words>
          <Button look="primary" class="popup-big" onClick={props.onResume}>
            {options('popup.resume')}
          </Button>
          <Button look="plain" onClick={props.onTurnOff}>
            {options('popup.turnOff')}
          </Button>
        </>
      );
  }
}

function Words({ site, title, children }: { site?: string; title: string; children: ComponentChildren }) {
  return (
    <div role="status">
      {site && <p class="popup-site">{site}</p>}
      <h2 class="popup-state">{title}</h2>
      <p class="muted small">{children}</p>
    </div>
  );
}

interface PopupLinkProps {
  icon: IconName;
  hotkey?: string;
  onClick: () => void;
  children: ComponentChildren;
}

function PopupLink({ icon, hotkey, onClick, children }: PopupLinkProps) {
  return (
    <button type="button" class="popup-link" onClick={onClick}>
      <Icon name={icon} />
      <span class="popup-link-text">{children}</span>
      {hotkey && <Kbd>{hotkey}</Kbd>}
    </button>
  );
}
