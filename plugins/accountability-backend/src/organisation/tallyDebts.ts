import { burdens } from 'backstage-plugin-accountability-common';
import { Candidate } from './Candidate';
import { DebtCosts } from './DebtCosts';
import { SaidChecks } from './sayChecks';
import { ServiceState } from './ServiceState';
import { Tally } from './Tally';
import { failed, lastKnown, unknown, warned } from './statusOrder';

/** Under so many results nothing is said of how much of a burden is known. */
const LEAST_RESULTS = 3;

/** What may be worth doing of one owner: checks that do not pass, and burdens of which less is known than not. */
export interface OwnDebts {
  failing: readonly Candidate[];
  blind: readonly Candidate[];
}

/** One pass over all results of an owner, in numbers alone: there are a hundred thousand of them in all. */
export function tallyDebts(
  owned: { owner: string | undefined; states: readonly ServiceState[] },
  said: SaidChecks,
  costs: DebtCosts,
): OwnDebts {
  const { owner } = owned;
  const open = new Tally(said.checks.length);
  const dark = new Tally(burdens.length);
  for (const state of owned.states) count(state, { said, open, dark });
  const failing = said.checks.flatMap((check, of): Candidate[] => {
    // Without one, it was judged by the policy before and is to be judged by this one.
    if (!check || open.counted[of] === 0) return [];
    const hours = costs.hours(open.seconds[of], check);
    const days = (check.effortDays ?? Infinity) * open.counted[of];
    return [
      {
        ...open.candidate(of, owner),
        hoursPerDay: hours / days,
        severity: said.severity[of],
      },
    ];
  });
  const blind = burdens.flatMap((_, of) => {
    const all = dark.all[of];
    const isBlind = all >= LEAST_RESULTS && dark.counted[of] * 2 > all;
    return isBlind ? [dark.candidate(of, owner)] : [];
  });
  return { failing, blind };
}

function count(
  { results, times }: ServiceState,
  { said, open, dark }: { said: SaidChecks; open: Tally; dark: Tally },
): void {
  const { checks, places } = said;
  for (const { check, status, since } of results) {
    if (status === warned || status === failed) {
      open.count(check, since);
      const cost = checks[check]?.cost;
      open.seconds[check] += (cost && times.get(cost)) || 0;
    }
    if (status <= lastKnown) dark.all[places[check]]++;
    else if (status === unknown) dark.count(places[check], since);
  }
}
