import type { RunningConsole } from '@/lib/console';
import { type Channel, call, type Request } from '@/lib/rpc';
import type { OpenReader } from '@/lib/second-look';
import { follow, secondLookSettings } from '@/lib/store/settings';
import { mountSecondLook, type SecondLook } from '../second-look';

/** The second look at the drafts of one console, as its settings say; the weights come when somebody writes, not before. */
export function startSecondLook(options: {
  console: RunningConsole;
  signal: AbortSignal;
  layer: () => Element | null;
  /** What reads with a model, once it is at hand. */
  reader: () => OpenReader | null;
  /** Whether answers are kept as examples: in a shop's console, nowhere else. */
  keeps: boolean;
}): SecondLook {
  const { signal, reader, keeps } = options;
  const done = <C extends Channel>(channel: C, request: Request<C>): Promise<boolean> =>
    call(channel, request).then(
      () => true,
      () => false,
    );
  const look = mountSecondLook({
    ...options,
    document,
    newId,
    ports: {
      model: (reading, have) => call('getModel', { reading, have }),
      reader,
      instead: async ({ category }, language, scenario) =>
        (await call('sayInstead', { category, language, scenario })).instead,
      record: keeps ? (verdict) => done('recordVerdict', verdict) : null,
      undo: (id) => done('undoVerdict', { id }),
      setOn: (on) => done('secondLook', { on }),
    },
  });
  const { choice, teamKeenness, fine, modelsEpoch } = secondLookSettings;
  let own = choice.fallback;
  let team = teamKeenness.fallback;
  const apply = (): void => {
    look.setKeenness(own.keenness ?? team);
    look.setOn(own.on);
  };
  void follow(
    teamKeenness,
    (now) => {
      team = now;
      apply();
    },
    signal,
  );
  void follow(
    choice,
    (now) => {
      own = now;
      apply();
    },
    signal,
  );
  void follow(fine, (now) => look.setFine(now), signal);
  void follow(modelsEpoch, () => look.forgetModels(), signal);
  return look;
}

/** Not `randomUUID`: pages without TLS do not have it. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
