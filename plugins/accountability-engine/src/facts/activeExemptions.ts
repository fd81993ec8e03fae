import { nextExemptionTurn } from 'backstage-plugin-accountability-common';
import { ago, exempted } from '../testing';
import { defineFact } from './defineFact';
import {
  exemptionsHeld,
  namedExemptions,
  whyNoExemptions,
} from './exemptionsHeld';
import { counted } from './wording';

/** Exemptions from checks that are in force for the service. */
export const activeExemptions = defineFact({
  id: 'ownership.active_exemptions',
  burden: 'ownership',
  question: 'How many checks need this service not pass for now?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'Exemptions of the service, its owner or its system that are approved and in force, those at gates alone too; one that goes on from another in force is one with it',
  gaming:
    'Switching a check off or to audit needs no exemption; look at the mode of checks beside it.',
  reads: ['exemptions'],

  changesAt: ({ exemptions = [], now }) => nextExemptionTurn(exemptions, now),

  measure(context) {
    const why = whyNoExemptions(context);
    if (why) return why;
    const held = exemptionsHeld(context, context.now);
    return {
      status: 'known',
      value: held.length,
      sampleSize: held.length,
      evidence: [],
      because:
        held.length === 0
          ? 'No exemption from a check is in force'
          : `${counted(
              held.length,
              'exemption from a check is',
              'exemptions from checks are',
            )} in force: ${namedExemptions(held)}`,
    };
  },

  examples: [
    {
      given: 'one of the service and one of all services of its owner',
      exemptions: [
        exempted('a'),
        exempted('b', {
          subject: { by: 'owner', ref: 'group:default/payments' },
        }),
      ],
      gives: 2,
    },
    {
      given: 'one that ended, one that was revoked and one that nobody decided',
      exemptions: [
        exempted('a', { expiresAt: ago(1, 'd') }),
        exempted('b', { revoked: { by: 'user:default/lee', at: ago(1, 'd') } }),
        exempted('c', { decision: undefined }),
      ],
      gives: 0,
    },
    {
      given: 'one that ends at this very instant',
      exemptions: [exempted('a', { expiresAt: ago(0, 'd') })],
      gives: 0,
    },
    {
      given: 'one that goes on from another that has not ended',
      exemptions: [
        exempted('a'),
        exempted('b', { check: 'check-a', renews: 'a', renewals: 1 }),
      ],
      gives: 1,
    },
    {
      given: 'one of another owner',
      exemptions: [
        exempted('a', {
          subject: { by: 'owner', ref: 'group:default/search' },
        }),
      ],
      gives: 0,
    },
    {
      given: 'none at all: a known zero',
      exemptions: [],
      exemptionsSince: ago(0, 'd'),
      gives: 0,
    },
    {
      given: 'an instant before exemptions were kept',
      exemptions: [],
      exemptionsSince: ago(-1, 'd'),
      gives: 'never-collected',
    },
    {
      given: 'somebody who did not read them',
      gives: 'no-source',
    },
  ],
});
