import {
  Exemption,
  exemptionInForce,
  exemptionStateAt,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { judgeService } from '../judgeService';
import { decideGate } from './decideGate';
import { exemptionStates } from './testing/exemptionStates';
import {
  exemptionOf,
  factId,
  factOf,
  gateNow,
  inputOf,
  ruleOf,
  scorecardOf,
} from './testing/gateKit';

const input = inputOf({ facts: new Map([[factId, factOf(7)]]) });

/** The same service, exemption and instant, asked in the three places. */
function verdictsAt(exemption: Exemption, now: number) {
  const facts = new Map([[factId, factOf(7, { observedAt: now })]]);
  const gate = decideGate({ ...input, now, facts, exemptions: [exemption] });
  const judged = judgeService({
    ...input,
    now,
    facts,
    until: now + 1,
    exemptions: [exemption],
    policy: {
      digest: 'abc',
      scorecards: [scorecardOf()],
      gates: [],
      documents: [],
      diagnostics: [],
    },
  });
  return {
    gate: gate.rules[0].outcome,
    scorecard: judged.scorecards[0].checks[0].status,
    state: exemptionStateAt(exemption, now),
  };
}

describe('an exemption at one instant', () => {
  it.each(Object.entries(exemptionStates))(
    'that is %s says the same at a gate, in a scorecard and of itself',
    (_, { given, state, holds, atGatesOnly }) => {
      if (!given) return;

      const said = verdictsAt(exemptionOf(given), gateNow);

      expect(said).toEqual({
        gate: holds ? 'exempt' : 'fail',
        scorecard: holds && !atGatesOnly ? 'exempt' : 'fail',
        state,
      });
    },
  );

  it('says the same everywhere whenever it was asked for, decided, revoked and ended', () => {
    const at = fc.integer({ min: 0, max: 12 });
    const optional = fc.option(at, { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          now: at,
          decidedAt: optional,
          denied: fc.boolean(),
          revokedAt: optional,
          expiresAt: at,
        }),
        ({ now, decidedAt, denied, revokedAt, expiresAt }) => {
          const by = 'user:default/raj';
          const exemption = exemptionOf({
            expiresAt,
            decision:
              decidedAt === undefined
                ? undefined
                : {
                    verdict: denied ? 'denied' : 'approved',
                    by,
                    at: decidedAt,
                  },
            revoked:
              revokedAt === undefined ? undefined : { by, at: revokedAt },
          });

          const said = verdictsAt(exemption, now);

          const holds =
            decidedAt !== undefined &&
            !denied &&
            decidedAt <= now &&
            now < expiresAt &&
            (revokedAt === undefined || now < revokedAt);
          expect(said).toMatchObject({
            gate: holds ? 'exempt' : 'fail',
            scorecard: holds ? 'exempt' : 'fail',
          });
          expect(said.state === 'approved').toBe(holds);
        },
      ),
    );
  });

  it('excuses no rule that is of the gate alone', () => {
    const gate = {
      ...input.gate,
      rules: [ruleOf({ rule: 'clean', scorecard: undefined })],
    };

    const verdict = decideGate({
      ...input,
      gate,
      exemptions: [exemptionOf()],
    });

    expect(verdict.rules).toMatchObject([{ outcome: 'fail', effect: 'deny' }]);
  });

  it.each([
    { given: 'its owner', by: 'owner', ref: 'group:default/checkout' },
    { given: 'its system', by: 'system', ref: 'system:default/shop' },
  ] as const)('excuses a service by $given', ({ by, ref }) => {
    const exemption = exemptionOf({ subject: { by, ref } });

    expect(
      decideGate({ ...input, exemptions: [exemption] }).rules,
    ).toMatchObject([
      {
        outcome: 'exempt',
        effect: 'allow',
        exemption: { id: 'e1', until: exemption.expiresAt },
        because: expect.stringContaining('Exempt until 23 Dec 2026'),
      },
    ]);
    expect(
      exemptionInForce([exemption], {
        check: { scorecard: 'ready', check: 'clean' },
        service: input.service,
        at: gateNow,
      }),
    ).toBe(exemption);
  });
});
