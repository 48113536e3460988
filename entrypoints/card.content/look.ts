import { mountSecondLook, type SecondLook } from '@/components/agent/second-look';
import type { RunningConsole } from '@/lib/console';
import { type Channel, call, type Request } from '@/lib/rpc';
import { takeReader } from '@/lib/second-look';
import { follow, secondLookSettings } from '@/lib/store/settings';

/** The second look at the drafts of this frame; weights and reader come when somebody writes, not before. */
export function startSecondLook(options: {
  console: RunningConsole;
  signal: AbortSignal;
  layer: () => Element | null;
}): SecondLook {
  const { signal } = options;
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
      reader: takeReader,
      instead: async ({ category }, language, scenario) =>
        (await call('sayInstead', { category, language, scenario })).instead,
      record: (verdict) => done('recordVerdict', verdict),
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
