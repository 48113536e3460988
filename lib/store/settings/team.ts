import { storage, type WxtStorageItem } from '@wxt-dev/storage';
import { DEFAULT_TEAM, type Team } from '@/lib/ledger';
import { inTurn } from './lock';

let made: WxtStorageItem<Team, Record<string, unknown>> | undefined;

/** What the team decides for itself: hours, authority, budget, visits, reminders. Pages and background only. */
export function teamSetting(): WxtStorageItem<Team, Record<string, unknown>> {
  made ??= storage.defineItem<Team>('local:team', { fallback: DEFAULT_TEAM, version: 1 });
  return made;
}

/** Changes the team's settings and gives them back. */
export function changeTeam(change: (team: Team) => Team): Promise<Team> {
  return inTurn('team', async () => {
    const next = change(await teamSetting().getValue());
    await teamSetting().setValue(next);
    return next;
  });
}

let seen: WxtStorageItem<number, Record<string, unknown>> | undefined;

/** The latest time the ledger looked at the clock, epoch ms: a clock that is put back is noticed by it. */
export function clockSeen(): WxtStorageItem<number, Record<string, unknown>> {
  seen ??= storage.defineItem<number>('local:clockSeen', { fallback: 0, version: 1 });
  return seen;
}
