import { useQuery } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Lessons, SecondLookPane } from '@/components/trainer';
import { Spinner } from '@/components/ui';
import type { Reading } from '@/lib/classifier';
import { common, retrain as t } from '@/lib/i18n';
import { type Replay, replayPath } from '@/lib/second-look';
import { type ModelVerdict, type Repositories, readShippedModel, storeKeys } from '@/lib/store';
import { freshId } from '@/lib/workbench';
import type { PaneTools } from './panes';
import { retrain } from './retrain';

/** What agents wrote, of all chats that were saved. */
async function savedMessages(own: Repositories): Promise<string[]> {
  const sets = await own.savedMessages.sets();
  const messages = await Promise.all(sets.map(({ id }) => own.savedMessages.read(id)));
  return messages.flat().flatMap(({ who, text }) => (who === 'agent' ? [text] : []));
}

async function readReplay(reading: Reading): Promise<Replay> {
  const response = await fetch(replayPath(reading));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as Replay;
}

/** What agents said of the second look's marks, and the way from there to a model of the team's own. */
export function SecondLook({ bench, own, toaster, name, go, lifetime }: PaneTools) {
  const reading: Reading = bench.language === 'en' ? 'en' : 'zh';
  const [lessons, setLessons] = useState<Lessons>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const { data: verdicts } = useQuery({
    queryKey: storeKeys.modelVerdicts,
    queryFn: () => own.verdicts.list(),
  });
  const { data: models } = useQuery({
    queryKey: [...storeKeys.models, reading],
    queryFn: async () => ({
      versions: await own.models.versions(reading),
      current: await own.models.current(reading),
    }),
  });
  if (!verdicts || !models) return <Spinner label={common('loading')} />;
  const mine = verdicts.filter((it) => it.reading === reading);

  const start = async (): Promise<void> => {
    const ending = new AbortController();
    running.current = ending;
    setLessons({ kind: 'running', share: 0 });
    try {
      const shipped = await readShippedModel(reading);
      const result = await retrain(
        {
          shipped,
          before: (await own.models.inUse(reading))?.model ?? shipped,
          verdicts: mine.map(({ said, text, category }) => ({ said, text, category })),
          replay: await readReplay(reading),
          messages: await savedMessages(own),
        },
        (share) => setLessons({ kind: 'running', share }),
        AbortSignal.any([ending.signal, lifetime]),
      );
      setLessons({ kind: 'done', result });
    } catch {
      setLessons({ kind: 'none' });
      toaster.show(t('failed'));
    }
  };
  const publish = async (note: string): Promise<void> => {
    if (lessons.kind !== 'done') return;
    const { model, learned, figures } = lessons.result;
    try {
      await own.models.publish({ reading, savedAt: Date.now(), by: name, note, learned, figures, model });
      setLessons({ kind: 'none' });
      toaster.show(t('published'));
    } catch {
      toaster.show(t('failed'));
    }
  };
  const makeRule = ({ text, category }: ModelVerdict): void => {
    const taken = new Set(bench.own.value.taboos.map((it) => it.id));
    const id = freshId('new-rule', taken);
    const examples = { flag: [text], pass: [] };
    const item = { id, category, severity: 'medium', flag: [text], why: '', instead: [], examples };
    bench.edit({ kind: 'put', section: 'taboos', item });
    go(id, 'taboos');
  };
  return (
    <SecondLookPane
      reading={reading}
      readOnly={bench.readOnly}
      verdicts={mine}
      versions={models.versions}
      current={models.current}
      lessons={lessons}
      onRule={makeRule}
      onForget={(it) => void own.verdicts.undo(it.id)}
      onRetrain={() => void start()}
      onCancel={() => {
        running.current?.abort();
        setLessons({ kind: 'none' });
      }}
      onPublish={(note) => void publish(note)}
      onUse={(version) => void own.models.use(reading, version)}
    />
  );
}
