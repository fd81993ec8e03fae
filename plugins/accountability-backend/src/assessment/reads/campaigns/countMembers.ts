import {
  CampaignCounts,
  CampaignOwner,
  CheckRef,
} from 'backstage-plugin-accountability-common';
import { groupBy, orderBy } from 'lodash';
import { Member, MemberCheck, isSettled } from './Member';

/** Days of work that a check takes, by its author's reckoning; undefined where it does not say. */
export type EffortOf = (check: CheckRef) => number | undefined;

/** How far the services of a campaign have come, with all that is left. */
export interface CountedMembers extends CampaignCounts {
  /** Who has most left first. */
  owners: CampaignOwner[];
}

/** Counts the services to which a check applies, all of them and by their owners of today. */
export function countMembers(
  members: readonly Member[],
  effortOf: EffortOf,
): CountedMembers {
  const concerned = members.flatMap(member => {
    const checks = member.checks.filter(
      ({ status }) => status !== 'not-applicable',
    );
    return checks.length > 0 ? [{ ...member, checks }] : [];
  });
  const owners = Object.values(
    groupBy(concerned, ({ owner }) => JSON.stringify(owner ?? null)),
  ).map((theirs): CampaignOwner => {
    const [{ owner }] = theirs;
    return {
      ...(owner !== undefined && { owner }),
      ...count(theirs, effortOf),
      left: theirs.flatMap(toLeft),
    };
  });
  return {
    ...count(concerned, effortOf),
    owners: orderBy(
      owners,
      [({ total, done }) => total - done, ({ owner }) => owner ?? ''],
      ['desc', 'asc'],
    ),
  };
}

function count(members: readonly Member[], effortOf: EffortOf): CampaignCounts {
  const done = members.filter(isDone);
  const efforts = members
    .flatMap(({ checks }) => checks)
    .map(check => ({ check, effort: effortOf(check) }));
  return {
    done: done.length,
    exempt: done.filter(({ checks }) => checks.some(is('exempt'))).length,
    unknown: members.filter(isUnknown).length,
    total: members.length,
    ...(efforts.some(({ effort }) => effort !== undefined) && {
      effortDays: efforts
        .filter(({ check }) => isNotPassing(check))
        .reduce((sum, { effort = 0 }) => sum + effort, 0),
    }),
  };
}

function isDone({ checks }: Member): boolean {
  return checks.every(({ status }) => isSettled(status));
}

function isUnknown({ checks }: Member): boolean {
  return checks.some(is('unknown')) && !checks.some(isNotPassing);
}

function isNotPassing({ status }: MemberCheck): boolean {
  return status === 'fail' || status === 'warn';
}

function is(wanted: MemberCheck['status']) {
  return ({ status }: MemberCheck) => status === wanted;
}

function toLeft({ entityRef, title, checks }: Member): CampaignOwner['left'] {
  const left = checks.filter(({ status }) => !isSettled(status));
  return left.length === 0
    ? []
    : [
        {
          entityRef,
          title,
          checks: left.map(({ scorecard, check }) => ({ scorecard, check })),
        },
      ];
}
