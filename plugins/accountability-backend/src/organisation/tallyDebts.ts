import { burdens, severities } from 'backstage-plugin-accountability-common';
import { DebtCosts } from './DebtCosts';
import { Organisation } from './Organisation';
import { Candidate } from './Candidate';
import { ServiceState } from './ServiceState';
import { Tally } from './Tally';
import { ByOwner } from './groupByOwner';
import { PolicyCheck, PolicyChecks, checkKey } from './policyChecks';
import { failed, lastKnown, unknown, warned } from './statusOrder';

/** Under so many results nothing is said of how much of a burden is known. */
const LEAST_RESULTS = 3;

/** Checks that do not pass and burdens of which less is known than not, by owner. One pass over all results, in numbers alone: there are a hundred thousand of them. */
export function tallyDebts(
  { names }: Organisation,
  byOwner: ByOwner,
  { checks, costs }: { checks: PolicyChecks; costs: DebtCosts },
): { failing: Candidate[]; blind: Candidate[] } {
  const said = names.all.map(name => checks.get(checkKey(name)));
  const severity = said.map(check =>
    check ? severities.indexOf(check.severity) : -1,
  );
  const places = Uint8Array.from(names.all, ({ burden }) =>
    burdens.indexOf(burden),
  );
  const open = new Tally(names.all.length);
  const dark = new Tally(burdens.length);
  const failing: Candidate[] = [];
  const blind: Candidate[] = [];
  for (const [owner, states] of byOwner) {
    open.clear();
    dark.clear();
    for (const state of states) count(state, { said, places, open, dark });
    said.forEach((check, of) => {
      // Without one, it was judged by the policy before and is to be judged by this one.
      if (!check || open.counted[of] === 0) return;
      const hours = costs.hours(open.seconds[of], check);
      const days = (check.effortDays ?? Infinity) * open.counted[of];
      failing.push({
        ...open.candidate(of, owner),
        hoursPerDay: hours / days,
        severity: severity[of],
      });
    });
    burdens.forEach((_, of) => {
      const all = dark.all[of];
      if (all < LEAST_RESULTS || dark.counted[of] * 2 <= all) return;
      blind.push(dark.candidate(of, owner));
    });
  }
  return { failing, blind };
}

function count(
  { results, times }: ServiceState,
  to: {
    said: readonly (PolicyCheck | undefined)[];
    places: Uint8Array;
    open: Tally;
    dark: Tally;
  },
): void {
  const { said, places, open, dark } = to;
  for (const { check, status, since } of results) {
    if (status === warned || status === failed) {
      open.count(check, since);
      const cost = said[check]?.cost;
      open.seconds[check] += (cost && times.get(cost)) || 0;
    }
    if (status <= lastKnown) dark.all[places[check]]++;
    else if (status === unknown) dark.count(places[check], since);
  }
}
