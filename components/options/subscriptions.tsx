import { useState } from 'preact/hooks';
import { refusalText } from '@/components/subscription';
import { Changes } from '@/components/trainer';
import { Badge, Banner, Button, Dialog, EmptyState, Field, IconButton, Input, List } from '@/components/ui';
import { common, locale, subscription as t } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { hostOf, type Subscription, spaced } from '@/lib/subscription';
import type { Change } from '@/lib/workbench';
import { Section } from './section';

/** What subscribing led to; `null` is well. */
export type SubscribeProblem = { field: 'address' | 'key'; text: string } | null;

/** A version that waits to be looked at, with what it would change. */
export interface OfferedBook {
  url: string;
  name: string;
  version: number;
  language: Language;
  by: string;
  note: string;
  publishedAt: number;
  changes: readonly Change[];
}

export interface SubscriptionsProps {
  subscriptions: readonly Subscription[];
  /** Entries of the organisation's policy that are not right. */
  wrongInPolicy: number;
  /** Addresses that are being looked at. */
  busy: ReadonlySet<string>;
  offered: OfferedBook | null;
  /** Called in the turn of the click: the browser asks for its permission only then. */
  onSubscribe: (address: string, key: string) => Promise<SubscribeProblem>;
  onAllow: (it: Subscription) => void;
  onCheck: (it: Subscription) => void;
  onSwitch: (it: Subscription, on: boolean) => void;
  onRemove: (it: Subscription) => void;
  onLook: (it: Subscription | null) => void;
  onTake: (it: OfferedBook) => void;
}

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** Books that come from an address: wanted, looked at, switched off, taken away. */
export function SubscriptionsSection(props: SubscriptionsProps) {
  const { subscriptions, wrongInPolicy, offered, onLook, onTake } = props;
  const [leaving, setLeaving] = useState<Subscription | null>(null);
  return (
    <Section id="subscriptions" title={t('title')} hint={t('hint')}>
      {wrongInPolicy > 0 && <Banner tone="warning">{t('managed.wrong', { count: wrongInPolicy })}</Banner>}
      {subscriptions.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="chat" title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        </div>
      ) : (
        <List label={t('list')}>
          {subscriptions.map((it) => (
            <Row key={it.url} {...props} it={it} onLeave={() => setLeaving(it)} />
          ))}
        </List>
      )}
      <SubscribeForm onSubscribe={props.onSubscribe} />
      {offered && <Offered offered={offered} onClose={() => onLook(null)} onTake={() => onTake(offered)} />}
      {leaving && (
        <Dialog
          title={t('remove.title')}
          onClose={() => setLeaving(null)}
          footer={
            <>
              <Button onClick={() => setLeaving(null)}>{common('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setLeaving(null);
                  props.onRemove(leaving);
                }}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          <p>{t('remove.body')}</p>
        </Dialog>
      )}
    </Section>
  );
}

function stateOf({ on, known, accepted }: Subscription): string {
  if (!on) return t('off');
  if (known === null) return t('waiting');
  return t(accepted ? 'inUse' : 'offered', { version: known.version });
}

interface RowProps extends SubscriptionsProps {
  it: Subscription;
  onLeave: () => void;
}

function Row({ it, busy, onAllow, onCheck, onSwitch, onLook, onLeave }: RowProps) {
  const { url, on, by, known, accepted, problem, checkedAt, trust, news } = it;
  const looking = busy.has(url);
  const own = by === 'person';
  const tone = on && accepted && known ? 'good' : undefined;
  return (
    <li class="options-row subscription">
      <div class="options-row-text">
        <span class="options-row-name">
          {known?.name ?? hostOf(url)} {!own && <Badge>{t('byOrganisation')}</Badge>}
        </span>
        <span class="options-row-facts" role="status">
          <Badge {...(tone ? { tone } : {})}>{stateOf(it)}</Badge>
          {checkedAt !== null && <span class="muted small">{t('checked', { when: when(checkedAt) })}</span>}
        </span>
        <span class="muted small subscription-address">{url}</span>
        <span class="muted small tabular">{t('trusts', { fingerprint: spaced(trust) })}</span>
        {problem && (
          <Banner
            tone="danger"
            actions={
              problem.kind === 'no-permission' && (
                <Button small onClick={() => onAllow(it)}>
                  {t('allow')}
                </Button>
              )
            }
          >
            {known && accepted ? t('refusal', { reason: refusalText(problem) }) : refusalText(problem)}
          </Banner>
        )}
        {accepted && news.length > 1 && (
          <ul class="muted small">
            {news.slice(0, 3).map(({ version, at }) => (
              <li key={version}>{t('arrived', { version, when: when(at) })}</li>
            ))}
          </ul>
        )}
        <span class="subscription-acts">
          {known && !accepted && (
            <Button small look="primary" onClick={() => onLook(it)}>
              {t('look')}
            </Button>
          )}
          {on && (
            <Button small disabled={looking} onClick={() => onCheck(it)}>
              {t(looking ? 'checking' : 'check')}
            </Button>
          )}
          {own && (
            <Button small onClick={() => onSwitch(it, !on)}>
              {t(on ? 'turnOff' : 'turnOn')}
            </Button>
          )}
        </span>
      </div>
      {own && <IconButton icon="close" label={t('remove')} onClick={onLeave} />}
    </li>
  );
}

function SubscribeForm({ onSubscribe }: Pick<SubscriptionsProps, 'onSubscribe'>) {
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<SubscribeProblem>(null);
  const errorOf = (field: 'address' | 'key'): string | undefined =>
    problem?.field === field ? problem.text : undefined;
  return (
    <form
      class="options-card subscription-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubscribe(address, key).then((found) => {
          setProblem(found);
          if (found !== null) return;
          setAddress('');
          setKey('');
        });
      }}
    >
      <Field label={t('address')} hint={t('addressHint')} error={errorOf('address')}>
        {(control) => (
          <Input
            {...control}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t('key')} hint={t('keyHint')} error={errorOf('key')}>
        {(control) => (
          <Input
            {...control}
            autocomplete="off"
            spellcheck={false}
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit">{t('subscribe')}</Button>
      </div>
    </form>
  );
}

/** More changes than these are not drawn: nobody reads them one by one. */
const SHOWN = 100;

function Offered({
  offered,
  onClose,
  onTake,
}: {
  offered: OfferedBook;
  onClose: () => void;
  onTake: () => void;
}) {
  const { name, version, by, note, publishedAt, changes, language } = offered;
  return (
    <Dialog
      title={t('look.title', { name, version })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" onClick={onTake}>
            {t('take')}
          </Button>
        </>
      }
    >
      <p>{t('look.by', { by: by || t('unnamed'), when: when(publishedAt), note })}</p>
      <p>
        <b>{t('look.changes', { count: changes.length })}</b>{' '}
        {changes.length > SHOWN && <span class="muted">{t('look.shown', { count: SHOWN })}</span>}
      </p>
      <div class="subscription-changes">
        <Changes changes={changes.slice(0, SHOWN)} language={language} />
      </div>
      <p class="muted small">{t('look.later')}</p>
    </Dialog>
  );
}
