import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Toaster } from '@/components/ui';
import { ledger as ledgerWords } from '@/lib/i18n';
import { conversationMarks, DEFAULT_TEAM, shopOf } from '@/lib/ledger';
import { type Repositories, storeKeys } from '@/lib/store';
import { settings, teamSetting } from '@/lib/store/settings';
import { type LedgerDesk, sayingFailures } from '../ledger-desk';
import { ledgerActions } from './ledger-actions';
import { useSetting } from './use-shelf';

/** How often "soon" and "overdue" are looked at anew while the panel is open, ms. */
const TICK = 20_000;

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/**
 * The ledger for the panel: read from the store, followed, changed on disk. `customer`: the open conversation;
 * `toaster` says what could not be kept.
 */
export function useLedger(own: Repositories, customer: readonly string[], toaster: Toaster): LedgerDesk {
  const { ledger } = own;
  const said = JSON.stringify(customer);
  const promises = useQuery({ queryKey: storeKeys.promises, queryFn: () => ledger.promises.list() }).data;
  const remedies = useQuery({ queryKey: storeKeys.remedies, queryFn: () => ledger.remedies.list() }).data;
  const gaps = useQuery({ queryKey: storeKeys.gaps, queryFn: () => ledger.gaps.list() }).data;
  const escalations = useQuery({
    queryKey: storeKeys.escalations,
    queryFn: () => ledger.escalations.list(),
  }).data;
  const visits = useQuery({ queryKey: storeKeys.followUps, queryFn: () => ledger.followUps.list() }).data;
  const { data: conversation } = useQuery({
    queryKey: ['marks', said],
    queryFn: async () => conversationMarks(await ledger.salt(), customer),
    gcTime: 0,
  });
  const team = useSetting(teamSetting, DEFAULT_TEAM);
  const role = useSetting(settings.authority, settings.authority.fallback);
  const now = useNow();
  // The words decide, not the array they come in: it is a new one with each snapshot.
  const actions = useMemo(
    () =>
      sayingFailures(ledgerActions(own, JSON.parse(said) as string[]), () =>
        toaster.show(ledgerWords('failed')),
      ),
    [own, said, toaster],
  );
  return useMemo(() => {
    if (!promises || !remedies || !gaps || !escalations || !visits) return { data: null, actions };
    const shop = shopOf(team);
    const data = {
      now,
      team,
      shop,
      role,
      conversation: conversation ?? [],
      promises,
      remedies,
      gaps,
      escalations,
      visits,
    };
    return { data, actions };
  }, [promises, remedies, gaps, escalations, visits, conversation, team, role, now, actions]);
}
