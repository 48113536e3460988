import { useEffect, useRef } from 'preact/hooks';
import { practice } from '@/lib/i18n';
import type { PracticeCase, PracticeLine } from '@/lib/practice';
import { inPlace } from './in-place';

export interface ChatLogProps {
  played: PracticeCase;
  lines: readonly PracticeLine[];
  typing: boolean;
}

/** It scrolls, so the keyboard must reach it. */
const LOG = { role: 'log', tabIndex: 0 } as const;

/** What was said; new lines are read out politely and scrolled to. */
export function ChatLog({ played, lines, typing }: ChatLogProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  });
  const { customer, language } = played;
  const log = { ...LOG, 'aria-label': practice('case.log', { customer }), 'aria-busy': typing };
  return (
    <div class="chat-log" {...log}>
      {inPlace(lines).map(({ place, item: line }) => (
        <p key={place} class={`bubble bubble-${line.by}`} lang={language}>
          <span class="sr-only">{line.by === 'agent' ? practice('case.you') : customer}: </span>
          {line.text}
        </p>
      ))}
      {typing && (
        <p class="bubble bubble-customer bubble-typing">
          <span class="sr-only">{practice('case.typing', { customer })}</span>
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <i aria-hidden="true" />
        </p>
      )}
      <div ref={end} />
    </div>
  );
}
