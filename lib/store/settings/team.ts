import { DEFAULT_TEAM, knownTimeZone, type Team } from '@/lib/ledger';
import { storedItem } from './item';
import { inTurn } from './lock';

/** What the team decides for itself: hours, authority, budget, visits, reminders. Pages and background only. */
export const teamSetting = storedItem<Team>('local', 'team', DEFAULT_TEAM);

/** The latest time the ledger looked at the clock, epoch ms: a clock that is put back is noticed by it. */
export const clockSeen = storedItem<number>('local', 'clockSeen', 0);

/** Changes the team's settings and gives them back. */
export function changeTeam(change: (team: Team) => Team): Promise<Team> {
  return inTurn('team', async () => {
    const next = change(await teamSetting.getValue());
    await teamSetting.setValue(next);
    return next;
  });
}

/** The time zone the shop named; `undefined`: none was named. */
export async function shopZone(): Promise<string | undefined> {
  const { timeZone } = (await teamSetting.getValue()).shop;
  return timeZone === null ? undefined : knownTimeZone(timeZone);
}
