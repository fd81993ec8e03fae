import { DueItem, endsSoonMs } from 'backstage-plugin-accountability-common';
import { uniq } from 'lodash';
import { dayOf } from '../../database/dayOf';
import { listExemptions, ListedExemption } from '../../governance';
import { servicesBySubject } from '../servicesBySubject';
import { TeamService } from '../TeamScope';
import { DueAsked } from './DueAsked';
import { NotPassing } from './readNotPassing';
import { titleOfCheck } from './titleOfCheck';
import { waitsTooLong } from './waitsTooLong';

/** Of each state at most so many, those most pressing. */
const MOST = 100;

const DAY = 86_400_000;

/** Exemptions that ended so long ago are told of no more. */
const LATELY_MS = 14 * DAY;

/** Exemptions of a team's services, owners and systems, as far as somebody has to do something about them, in three statements. */
export async function readExemptionsOf({
  database,
  scope,
  now,
}: DueAsked): Promise<ListedExemption[]> {
  const subjects = uniq([
    ...scope.groups,
    ...scope.services.flatMap(({ entityRef, system }) => [
      entityRef,
      ...(system === undefined ? [] : [system.toLowerCase()]),
    ]),
  ]);
  const asked = { subjects, asOf: now, limit: MOST };
  const lists = await Promise.all(
    (['pending', 'approved', 'expired'] as const).map(state =>
      listExemptions(database, { ...asked, state }),
    ),
  );
  return lists.flat().filter(({ state, exemption: { expiresAt } }) => {
    if (state === 'approved') return expiresAt - now <= endsSoonMs;
    return state === 'pending' || now - expiresAt <= LATELY_MS;
  });
}

interface Given {
  asked: DueAsked;
  notPassing: NotPassing;
  servicesOf: ReturnType<typeof servicesBySubject<TeamService>>;
}

/** What is to be done about exemptions; of one that ended nothing where the check passes or is exempt again. */
export function exemptionsDue(
  listed: readonly ListedExemption[],
  given: Omit<Given, 'servicesOf'>,
): DueItem[] {
  const servicesOf = servicesBySubject(
    given.asked.scope.services,
    listed.map(({ exemption }) => exemption.subject),
  );
  return listed.flatMap(one => toItem(one, { ...given, servicesOf }) ?? []);
}

function toItem(
  { exemption, state }: ListedExemption,
  { asked, notPassing, servicesOf }: Given,
): DueItem | undefined {
  const { now, scope, policy } = asked;
  const { id, scorecard, check, subject, decision } = exemption;
  const title = titleOfCheck(policy, exemption);
  const service =
    subject.by === 'service'
      ? scope.services.find(({ entityRef }) => entityRef === subject.ref)
      : undefined;
  const item = {
    id: `exemption ${id}`,
    ...(service && {
      service: { entityRef: service.entityRef, title: service.title },
    }),
    where: { page: 'exemptions' as const, of: id },
  };
  if (state === 'pending') {
    const { requestedAt: dueAt, expiresAt } = exemption;
    return {
      ...item,
      ...{ kind: 'exemption-to-decide', dueAt },
      title: `Decide the exemption of “${title}”`,
      overdue: waitsTooLong(dueAt, now),
      todo: `Approve or deny it, who asked cannot; it is asked for until ${dayOf(
        expiresAt,
      )}`,
    };
  }
  const { expiresAt: dueAt } = exemption;
  if (state === 'approved') {
    return {
      ...item,
      ...{ kind: 'exemption-ending', dueAt, overdue: false },
      title: `The exemption of “${title}” ends`,
      todo: 'Make the check pass before then, or ask for the exemption to go on',
    };
  }
  // One that nobody decided never held.
  if (!decision) return undefined;
  const still = servicesOf(subject).filter(({ entityRef }) =>
    notPassing.has(entityRef, { scorecard, check }),
  );
  if (still.length === 0) return undefined;
  return {
    ...item,
    ...{ kind: 'exemption-ended', dueAt, overdue: true },
    title: `The exemption of “${title}” has ended`,
    todo: `Make the check pass: it counts again, and does not pass for ${
      still.length === 1 ? still[0].title : `${still.length} services`
    }`,
  };
}
