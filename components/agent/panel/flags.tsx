import { useState } from 'preact/hooks';
import { Badge, Button, classes, Icon } from '@/components/ui';
import { agent, categoryName, panel, severityName } from '@/lib/i18n';
import type { ConsoleFlag, ConsoleNotice, DismissScope } from '@/lib/rpc';
import { ChangeText, changeOf } from '../change';
import { DISMISS_SCOPES } from '../dismiss-scopes';
import { Section } from './section';

export interface FlagsProps {
  /** What the flags were found in. */
  draft: string;
  flags: readonly ConsoleFlag[];
  notices: readonly ConsoleNotice[];
  onGo: (flagIndex: number) => void;
  onReplace: (flagIndex: number, insteadIndex: number) => void;
  /** Left out where nothing is remembered (a pasted draft). */
  onDismiss?: (flagIndex: number, scope: DismissScope) => void;
}

/** The words to look at as a real list: what screen readers and keyboards have instead of underlines. */
export function Flags({ draft, flags, notices, onGo, onReplace, onDismiss }: FlagsProps) {
  // Nothing is typed yet: the list says what it is for.
  const empty = draft.trim() === '';
  // Which flag is unfolded, by what it says, so that it stays unfolded while the draft grows around it.
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const keys = flags.map((flag) => `${flag.rule} ${flag.text}`);
  const open = keys.includes(unfolded ?? '') ? unfolded : keys[0];
  return (
    <>
      <Section
        title={panel('flags.title')}
        aside={flags.length > 0 && <span class="panel-count tabular">{flags.length}</span>}
      >
        {flags.length === 0 ? (
          <p class={classes('panel-quiet', !empty && 'is-good')}>
            {!empty && <Icon name="check" />}
            {empty ? panel('flags.empty') : panel('flags.none')}
          </p>
        ) : (
          <ol class="flags">
            {flags.map((flag, index) => {
              const key = keys[index] ?? '';
              const isOpen = key === open;
              return (
                <li key={`${key} ${flag.start}`} class={`flag flag-${flag.severity}`}>
                  <button
                    type="button"
                    class="flag-head"
                    aria-expanded={isOpen}
                    title={panel('flags.go', { text: flag.text })}
                    onClick={() => {
                      setUnfolded(key);
                      onGo(index);
                    }}
                  >
                    <Badge tone={flag.severity}>{categoryName(flag.category)}</Badge>
                    <q class="flag-words" lang={flag.language}>
                      {flag.text}
                    </q>
                    <span class="sr-only">{severityName(flag.severity)}</span>
                  </button>
                  {isOpen && (
                    <div class="flag-body">
                      <p lang={flag.language}>{flag.why}</p>
                      <Instead draft={draft} flag={flag} onReplace={(instead) => onReplace(index, instead)} />
                      {onDismiss && (
                        <details class="flag-dismiss">
                          <summary>{panel('flags.dismiss')}</summary>
                          <div class="flag-scopes">
                            {DISMISS_SCOPES.map(([scope, message]) => (
                              <Button key={scope} look="plain" small onClick={() => onDismiss(index, scope)}>
                                {agent(message)}
                              </Button>
                            ))}
                          </div>
                        </details>
                      )}
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Section>
      {notices.length > 0 && !empty && (
        <Section title={panel('notices.title')}>
          <ul class="notices">
            {notices.map((notice) => (
              <li key={notice.rule}>
                <Icon name="info" />
                <span>{notice.why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface InsteadProps {
  draft: string;
  flag: ConsoleFlag;
  onReplace: (insteadIndex: number) => void;
}

function Instead({ draft, flag, onReplace }: InsteadProps) {
  return (
    <ul class="instead" aria-label={agent('card.instead')}>
      {flag.instead.map((text, index) => {
        const change = changeOf(draft, flag, text);
        return (
          <li key={text}>
            <button type="button" class="instead-use" onClick={() => onReplace(index)}>
              <ChangeText change={change} lang={flag.language} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
