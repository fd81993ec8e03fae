import { ComingItem, Exemption } from 'backstage-plugin-accountability-common';
import { listExemptions } from '../../governance';
import { titleOfCheck } from '../due/titleOfCheck';
import { dueWithinMs } from '../dueWithinMs';
import { servicesBySubject } from '../servicesBySubject';
import { byWeek } from './byWeek';
import { ComingAsked, ComingService } from './ComingAsked';

/** Of all that hold at most so many are looked at, those that end first. */
const MOST = 1000;

interface Ending {
  exemption: Exemption;
  services: readonly ComingService[];
  /** Without it a check would not pass today. */
  needed: boolean;
}

/** Exemptions that hold and end soon, week by week, in one statement. */
export async function exemptionsComing(
  asked: ComingAsked,
): Promise<ComingItem[]> {
  const { database, now, statusOf } = asked;
  const holding = await listExemptions(database, {
    ...{ asOf: now, state: 'approved', limit: MOST },
  });
  const soon = holding
    .map(({ exemption }) => exemption)
    .filter(({ expiresAt }) => expiresAt - now <= dueWithinMs);
  const servicesOf = servicesBySubject(
    asked.services,
    soon.map(({ subject }) => subject),
  );
  const ending = soon.flatMap((exemption): Ending[] => {
    const services = servicesOf(exemption.subject);
    if (services.length === 0) return [];
    const needed = services.some(
      ({ entityRef }) => statusOf(entityRef, exemption) === 'exempt',
    );
    return [{ exemption, services, needed }];
  });
  return byWeek(ending, ({ exemption }) => exemption.expiresAt).map(week => ({
    id: `exemptions ${week.monday}`,
    kind: 'exemption-ending',
    dueAt: week.first,
    ...sayEnding(week.all, asked),
    where: { page: 'exemptions', of: week.all[0].exemption.id },
  }));
}

function sayEnding(
  all: readonly [Ending, ...Ending[]],
  { policy }: Pick<ComingAsked, 'policy'>,
): Pick<ComingItem, 'title' | 'todo'> {
  const needed = all.filter(one => one.needed).length;
  const [first] = all;
  if (all.length === 1) {
    const { exemption, services } = first;
    const of =
      services.length === 1 ? services[0].title : `${services.length} services`;
    return {
      title: `The exemption of “${titleOfCheck(policy, exemption)}” ends`,
      todo: needed
        ? `${of} would not pass today: make it pass, or ask for the exemption to go on`
        : `Of ${of}; it is not needed any more`,
    };
  }
  return {
    title: `${all.length} exemptions end`,
    todo:
      needed === 0
        ? 'None of them is needed any more'
        : `Without ${needed} of them a check would not pass today`,
  };
}
