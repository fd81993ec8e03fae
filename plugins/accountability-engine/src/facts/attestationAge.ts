import { ago } from '../testing';
import { DAY, earliest, formatDay } from '../time';
import { answerOf } from './answerOf';
import { defineFact } from './defineFact';
import { groupNow, nextOwnerChange } from './ownerNow';
import { counted } from './wording';

const said = (
  days: number,
  verdict: 'confirmed' | 'rejected',
  owner = 'group:default/payments',
) => ({ at: ago(days, 'd'), verdict, owner });

/** Whole days since the group that owns the service last confirmed that it is its own. */
export const attestationAge = defineFact({
  id: 'ownership.attestation_age',
  burden: 'ownership',
  question: 'When did the team last say that this service is its own?',
  unit: 'days',
  windowDays: 0,
  needs: [],
  source:
    'Answers of the owner in force since it owns the service: age of the last, where it confirmed; what an earlier owner said does not count; unknown where it never answered, or said last that the service is not its own',
  ladder: {
    better: 'lower',
    bronze: 365,
    silver: 180,
    gold: 90,
    basis: 'convention',
  },
  gaming:
    'Confirming is one click; look at owner_touch for who looks after the service in truth.',
  reads: ['attestations'],

  changesAt(context) {
    const answer = answerOf(context);
    const next = nextOwnerChange(context);
    if (answer?.verdict !== 'confirmed') return next;
    const age = Math.floor((context.now - answer.at) / DAY);
    return earliest(next, answer.at + (age + 1) * DAY);
  },

  measure(context) {
    const owner = groupNow(context);
    if ('status' in owner) return owner;
    const answer = answerOf(context);
    const unknown = { status: 'unknown', reason: 'insufficient-data' } as const;
    if (!answer) {
      return {
        ...unknown,
        because: `${owner.group} never said whether the service is its own; ask it to confirm that`,
      };
    }
    if (answer.verdict === 'rejected') {
      return {
        ...unknown,
        sampleSize: 1,
        because: `${owner.group} says since ${formatDay(
          answer.at,
        )} that it is not its own; give it to the group whose it is, or let this one confirm it`,
      };
    }
    const age = Math.floor((context.now - answer.at) / DAY);
    return {
      status: 'known',
      value: age,
      sampleSize: 1,
      evidence: [],
      because: `${owner.group} confirmed ${counted(
        age,
        'day',
      )} ago, on ${formatDay(answer.at)}, that it is its own`,
    };
  },

  examples: [
    {
      given: 'confirmed 200 days and again 40 days ago',
      attestations: [said(200, 'confirmed'), said(40, 'confirmed')],
      gives: 40,
    },
    {
      given: 'rejected once, and confirmed since',
      attestations: [said(200, 'rejected'), said(40, 'confirmed')],
      gives: 40,
    },
    {
      given: 'rejected after it was confirmed',
      attestations: [said(200, 'confirmed'), said(40, 'rejected')],
      gives: 'insufficient-data',
    },
    {
      given: 'confirmed by an earlier owner only',
      attestations: [said(40, 'confirmed', 'group:default/search')],
      gives: 'insufficient-data',
    },
    {
      given: 'nobody was ever asked',
      gives: 'insufficient-data',
    },
  ],
});
