import { ago, people, twoTeams } from '../testing';
import { DAY, earliest } from '../time';
import { answerOf } from './answerOf';
import { defineFact, FactContext } from './defineFact';
import { groupNow, nextOwnerChange, ownerNow } from './ownerNow';
import { onCallTarget, onCallAnnotations } from './onCallTarget';
import { counted } from './wording';

/** A confirmation holds for so long. */
const holds = 180 * DAY;

const paged = {
  entity: { metadata: { annotations: { 'pagerduty.com/service-id': 'P1' } } },
};
const confirmed = (days: number) => ({
  at: ago(days, 'd'),
  verdict: 'confirmed' as const,
  owner: 'group:default/payments',
});

/** How far the owner is able to answer for the service: 1 it is a group that exists, 2 with two people or more and somebody to page, 3 that confirmed so within 180 days. */
export const ownerReadiness = defineFact({
  id: 'ownership.owner_readiness',
  burden: 'ownership',
  question: 'Can the team that owns this service answer for it?',
  unit: 'level',
  windowDays: 0,
  needs: [],
  source:
    'Software catalog, our order: 1 the owner is an existing group; 2 it also has two people or more and the service names whom to page by an annotation of an on-call plugin (PagerDuty, Opsgenie, Splunk On-Call, ilert, incident.io); 3 the group also confirmed within 180 days that the service is its own; 0 where no group of the catalog owns it',
  ladder: {
    better: 'higher',
    bronze: 1,
    silver: 2,
    gold: 3,
    basis: 'convention',
  },
  gaming:
    'An umbrella group that owns everything is ready too; look at how many services a group owns.',
  reads: ['people', 'attestations'],
  changesAt: context => earliest(nextOwnerChange(context), nextFade(context)),

  measure(context) {
    const group = groupNow(context);
    if ('status' in group) return whyNone(context);
    const lacks = lacksOfSecond(group.group, context);
    const level = (value: number, because: string) =>
      ({
        status: 'known',
        value,
        sampleSize: 1,
        evidence: [],
        because: `${group.group} owns it and is in the catalog; ${because}`,
      } as const);
    if (lacks.known.length > 0) {
      return level(1, `for the second step ${lacks.known.join(' and ')}`);
    }
    if (lacks.isUnknown) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `How many people are in ${group.group} is not known, which the second step asks for; let the catalog have its members`,
      };
    }
    if (isConfirmed(context)) {
      return level(
        3,
        'it has people, names whom to page and confirmed within 180 days that the service is its own',
      );
    }
    return level(
      2,
      'for the third step it is to confirm that the service is its own, which it did not within 180 days',
    );
  },

  examples: [
    {
      given: 'a group with five people, a page and a fresh confirmation',
      service: paged,
      people: twoTeams,
      attestations: [confirmed(30)],
      gives: 3,
    },
    {
      given: 'a confirmation of more than 180 days ago',
      service: paged,
      people: twoTeams,
      attestations: [confirmed(181)],
      gives: 2,
    },
    {
      given: 'nobody to page',
      people: twoTeams,
      attestations: [confirmed(30)],
      gives: 1,
    },
    {
      given: 'a group of one',
      service: paged,
      people: people({ 'group:default/payments': ['ada'] }),
      gives: 1,
    },
    {
      given: 'a person as owner',
      service: { owner: 'user:default/ada', spans: [] },
      gives: 0,
    },
    {
      given: 'an owner that names no entity',
      service: { ownerResolves: false, spans: [] },
      gives: 0,
    },
    {
      given: 'somebody to page, and nobody told who is in the group',
      service: paged,
      gives: 'insufficient-data',
    },
  ],
});

/** No step is reached where no group of the catalog owns it; unknown where owners are known from later on only. */
function whyNone(context: FactContext) {
  const owner = ownerNow(context);
  if (owner.status === 'unknown') return owner;
  const none = { status: 'known', value: 0, sampleSize: 1, evidence: [] };
  if (owner.status === 'nobody') {
    return { ...none, status: 'known', because: owner.because } as const;
  }
  return {
    ...none,
    status: 'known',
    because: owner.resolves
      ? 'A person owns it; for the first step name a group of the catalog'
      : `The owner ${owner.owner} is not in the catalog; for the first step name a group that is`,
  } as const;
}

function lacksOfSecond(
  group: string,
  { people: { sizes }, service }: FactContext,
) {
  const size = sizes.get(group);
  const known = [];
  if (size !== undefined && size < 2) {
    known.push(
      `it has ${counted(size, 'person', 'people')} in the catalog, not two`,
    );
  }
  if (onCallTarget(service) === undefined) {
    known.push(
      `the service names nobody to page, by an annotation such as ${onCallAnnotations[0]}`,
    );
  }
  return { known, isUnknown: size === undefined };
}

function isConfirmed(context: FactContext): boolean {
  const answer = answerOf(context);
  return answer?.verdict === 'confirmed' && context.now - answer.at <= holds;
}

/** When the confirmation is too old. */
function nextFade(context: FactContext): number | undefined {
  return isConfirmed(context)
    ? (answerOf(context)?.at ?? context.now) + holds + 1
    : undefined;
}
