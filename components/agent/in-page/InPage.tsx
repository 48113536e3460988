import type { ReadonlySignal } from '@preact/signals-core';
import type { Box, Span } from '@/lib/composer';
import type { RunningConsole } from '@/lib/console';
import { agent, inpage } from '@/lib/i18n';
import { SEVERITIES, type Severity } from '@/lib/phrasebook/vocabulary';
import type { ConsoleFlag } from '@/lib/rpc';
import { LookCard, type LookModel } from '../second-look';
import { Announcer } from './Announcer';
import { Card } from './Card';
import { CountBadge } from './CountBadge';
import { Guard } from './Guard';
import type { InPageModel } from './model';
import { News } from './News';
import { Placed } from './Placed';
import { isSmallFrame, placeBadge, placeCard, placeNews, type Size } from './placement';
import type { Trust } from './trust';

export interface InPageProps {
  model: InPageModel;
  console: RunningConsole;
  trust: Trust;
  site: string;
  /** The live key of "open card", `null` where none is set. */
  shortcut: ReadonlySignal<string | null>;
  /** How many flags stood when the composer last fell quiet. */
  announced: ReadonlySignal<number | null>;
  isFree: (box: Box) => boolean;
  /** Left out where nobody takes a second look. */
  look?: LookModel | undefined;
  /** A frame too small for a card: the panel shows it. */
  onOpenPanel: () => Promise<boolean>;
  onCopy: (text: string) => void;
}

export function InPage(props: InPageProps) {
  const { model, console, trust } = props;
  const { composer, flags, card } = model.state.value;
  const ask = model.asking.value;
  const flag = model.flag.value;
  const news = model.news.value;
  model.layout.value; // placed anew when it changes
  const field = composer?.field.isConnected ? composer.field : null;
  const small = isSmallFrame(viewport());
  const look = props.look?.card.value ?? null;

  const surfaceOf = (event: Event): Element =>
    (event.currentTarget as Element).closest('.placed') ?? (event.currentTarget as Element);
  /** Runs what a press asks for when the press can be believed. */
  const pressed = (event: Event, act: () => void): void => {
    if (trust.bySight(event, surfaceOf(event))) act();
  };
  const openPanel = (): void => {
    void props.onOpenPanel().then((opened) => {
      if (!opened) model.news.value = { kind: 'panel-shut' };
    });
  };
  const cardPlace = (words: Span | undefined) => (size: Size) => {
    if (field === null) return null;
    const box = field.getBoundingClientRect();
    const boxes = words === undefined ? [] : console.runtime.boxesFor({ start: words.start, end: words.end });
    return placeCard(size, box, boxes[0] ?? box, viewport());
  };

  return (
    <>
      {field !== null && flags.length > 0 && card === null && ask === null && (
        <Placed
          place={(size) => {
            const rightToLeft = getComputedStyle(field).direction === 'rtl';
            return placeBadge(size, field.getBoundingClientRect(), rightToLeft, viewport(), props.isFree);
          }}
        >
          <CountBadge
            count={flags.length}
            worst={worstOf(flags)}
            shortcut={props.shortcut.value}
            onOpen={(event) => pressed(event, () => (small ? openPanel() : void console.intents.openCard()))}
          />
        </Placed>
      )}
      {flag !== null && card !== null && ask === null && !small && (
        <Placed place={cardPlace(flag)}>
          <Card
            draft={model.state.value.draft}
            flag={flag}
            at={card.index + 1}
            count={flags.length}
            onReplace={(event, text) => pressed(event, () => void console.intents.replace(flag, text))}
            onDismiss={(event, scope) => pressed(event, () => void console.intents.dismiss(flag, scope))}
          />
        </Placed>
      )}
      {props.look !== undefined && look !== null && card === null && ask === null && !small && (
        <Placed place={cardPlace(look.mark)}>
          <LookCard
            mark={look.mark}
            lang={props.look.language()}
            instead={props.look.instead.value}
            onReplace={(event, text) => pressed(event, () => void props.look?.replace(text))}
            {...(props.look.asks
              ? {
                  onSaid: (event: Event, said: 'fine' | 'right') =>
                    pressed(event, () => void props.look?.say(said)),
                }
              : {})}
            onOff={(event) => pressed(event, () => void props.look?.off())}
          />
        </Placed>
      )}
      {ask !== null && (
        <Placed place={cardPlace(ask.flags[0])}>
          <Guard
            ask={ask}
            reason={model.reason.value}
            short={model.short.value}
            onReason={(event, reason) =>
              pressed(event, () => {
                model.reason.value = reason;
                model.short.value = false;
              })
            }
            onConfirm={(event) =>
              pressed(event, () => {
                const reason = model.reason.value;
                model.short.value = !console.guard.confirm(reason === null ? '' : inpage(reason));
                if (!model.short.value) console.intents.focusComposer();
              })
            }
            onOpenPanel={(event) => pressed(event, openPanel)}
            onMend={(event) =>
              pressed(event, () => {
                console.guard.mend();
                console.intents.nextFlag();
              })
            }
          />
        </Placed>
      )}
      {news !== null && (
        <Placed
          place={(size) =>
            placeNews(
              size,
              field?.getBoundingClientRect() ?? null,
              card !== null || ask !== null || look !== null,
              viewport(),
            )
          }
        >
          <News
            news={news}
            site={props.site}
            onUndo={(event, dismissal) =>
              pressed(event, () => {
                model.news.value = null;
                void console.intents.undo(dismissal);
              })
            }
            onUndoLook={(event) =>
              pressed(event, () => {
                model.news.value = null;
                if (news.kind === 'look') news.undo?.();
              })
            }
            onCopy={(event, text) => pressed(event, () => props.onCopy(text))}
            onClose={() => {
              model.news.value = null;
            }}
          />
        </Placed>
      )}
      <Announcer count={props.announced.value} said={saidNow(props)} doubted={props.look?.heard.value ?? 0} />
    </>
  );
}

function saidNow({ model }: InPageProps): string | null {
  const ask = model.asking.value;
  if (ask !== null) return agent(ask.level === 'critical' ? 'guard.critical' : 'guard.high');
  const news = model.news.value;
  if (news?.kind === 'send-again') return inpage('guard.again');
  if (news?.kind === 'panel-shut') return inpage('guard.panelShut');
  if (news?.kind === 'misplaced') return agent('insert.misplaced');
  return news?.kind === 'not-inserted' ? agent('insert.failed') : null;
}

function worstOf(flags: readonly ConsoleFlag[]): Severity {
  return flags.reduce<Severity>(
    (worst, { severity }) => (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(worst) ? severity : worst),
    'low',
  );
}

const viewport = (): Size => ({ width: innerWidth, height: innerHeight });
