import type { ComponentChildren } from 'preact';
import { Workplace } from '@/components/page/workplace';
import { Badge, Banner, Button, classes, Icon } from '@/components/ui';
import { common, trainer } from '@/lib/i18n';
import type { StoreTrouble } from '@/lib/store';
import type { Bench } from './bench';
import { type PaneId, writeRoute } from './route';

export interface ShellProps {
  bench: Bench;
  /** In the order of the side bar. */
  panes: readonly PaneId[];
  pane: PaneId;
  /** Number beside a pane's name: items it holds, things that wait. */
  counts: Partial<Record<PaneId, number>>;
  storeTrouble: StoreTrouble;
  /** What stands at the right of the head: check, review, publish. */
  actions: ComponentChildren;
  children: ComponentChildren;
}

/** Side bar, head and the open pane of one book. */
export function Shell({ bench, panes, pane, counts, storeTrouble, actions, children }: ShellProps) {
  return (
    <Workplace
      nav={trainer('nav')}
      title={trainer('title')}
      home={writeRoute({ at: 'books' })}
      panes={panes.map((id) => ({
        id,
        label: trainer(`pane.${id}`),
        href: writeRoute({ at: 'book', book: bench.id, pane: id, item: null }),
        count: counts[id],
      }))}
      open={pane}
      head={
        <>
          <h1 lang={bench.language}>{bench.own.value.name}</h1>
          {bench.from === 'own' ? (
            <SavingState bench={bench} />
          ) : (
            <Badge>{trainer(`from.${bench.from}`)}</Badge>
          )}
          <span class="trainer-steps">{!bench.readOnly && <Steps bench={bench} />}</span>
          {actions}
        </>
      }
      storeTrouble={storeTrouble}
      notices={<Clashes bench={bench} />}
    >
      {children}
    </Workplace>
  );
}

function Steps({ bench }: { bench: Bench }) {
  return (
    <>
      <Button small look="plain" disabled={!bench.canUndo.value} onClick={() => bench.undo()}>
        {common('undo')}
      </Button>
      <Button small look="plain" disabled={!bench.canRedo.value} onClick={() => bench.redo()}>
        {trainer('redo')}
      </Button>
    </>
  );
}

function SavingState({ bench }: { bench: Bench }) {
  const saving = bench.saving.value;
  return (
    <span class={classes('trainer-saving', saving === 'failed' && 'is-failed')} role="status">
      {saving === 'failed' && <Icon name="warning" />}
      {trainer(`saving.${saving}`)}
      {saving === 'failed' && (
        <Button small onClick={() => void bench.flush()}>
          {trainer('saving.again')}
        </Button>
      )}
    </span>
  );
}

/** Items that somebody else changed at the same time: both versions, until one is chosen. */
function Clashes({ bench }: { bench: Bench }) {
  const clashes = bench.clashes.value;
  if (clashes.length === 0) return null;
  return (
    <Banner tone="warning">
      <p>{trainer('clash.title', { count: clashes.length })}</p>
      <ul class="trainer-clashes">
        {clashes.map((clash) => (
          <li key={`${clash.section}/${clash.id}`}>
            <b>{clash.id}</b>
            <details>
              <summary>{trainer('clash.show')}</summary>
              <div class="trainer-both">
                <figure>
                  <figcaption>{trainer('clash.mine')}</figcaption>
                  <pre>{written(clash.mine)}</pre>
                </figure>
                <figure>
                  <figcaption>{trainer('clash.theirs')}</figcaption>
                  <pre>{written(clash.theirs)}</pre>
                </figure>
              </div>
            </details>
            <Button small onClick={() => bench.settle(clash, 'mine')}>
              {trainer('clash.keepMine')}
            </Button>
            <Button small onClick={() => bench.settle(clash, 'theirs')}>
              {trainer('clash.takeTheirs')}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const written = (value: unknown): string =>
  value === undefined ? trainer('clash.removed') : JSON.stringify(value, null, 2);
