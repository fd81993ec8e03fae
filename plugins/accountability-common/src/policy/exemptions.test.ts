import {
  endsSoonAt,
  endsSoonMs,
  Exemption,
  exemptionInForce,
  exemptionStateAt,
  ExemptionSubject,
  isExemptionOf,
  nextExemptionTurn,
} from './exemptions';

const asked = 1_000;
const decided = 2_000;
const revokedAt = 3_000;
const end = 4_000;

const service = {
  entityRef: 'component:default/payments',
  owner: 'group:default/checkout',
  system: 'system:default/shop',
};
const check = { scorecard: 'ready', check: 'owner-exists' };

const approved = {
  verdict: 'approved',
  by: 'user:default/lee',
  at: decided,
} as const;
const denied = { ...approved, verdict: 'denied' } as const;
const revoked = { by: 'user:default/kim', at: revokedAt };

function exemption(given: Partial<Exemption> = {}): Exemption {
  return {
    ...check,
    id: 'a',
    subject: { by: 'service', ref: service.entityRef },
    reason: 'The team is being formed anew',
    requestedBy: 'user:default/kim',
    requestedAt: asked,
    expiresAt: end,
    decision: approved,
    renewals: 0,
    ...given,
  };
}

describe('the state of an exemption', () => {
  const undecided = { decision: undefined };
  it.each([
    { given: 'as asked for', of: undecided, at: asked, gives: 'pending' },
    {
      given: 'undecided just before its end',
      of: undecided,
      at: end - 1,
      gives: 'pending',
    },
    { given: 'undecided at its end', of: undecided, at: end, gives: 'expired' },
    {
      given: 'just before it is approved',
      of: {},
      at: decided - 1,
      gives: 'pending',
    },
    {
      given: 'at the instant of approval',
      of: {},
      at: decided,
      gives: 'approved',
    },
    { given: 'just before its end', of: {}, at: end - 1, gives: 'approved' },
    { given: 'at its end', of: {}, at: end, gives: 'expired' },
    {
      given: 'just before it is denied',
      of: { decision: denied },
      at: decided - 1,
      gives: 'pending',
    },
    {
      given: 'at the instant of denial',
      of: { decision: denied },
      at: decided,
      gives: 'denied',
    },
    {
      given: 'denied, after the end that it asked for',
      of: { decision: denied },
      at: end,
      gives: 'denied',
    },
    {
      given: 'just before it is revoked',
      of: { revoked },
      at: revokedAt - 1,
      gives: 'approved',
    },
    {
      given: 'at the instant of revocation',
      of: { revoked },
      at: revokedAt,
      gives: 'revoked',
    },
    {
      given: 'revoked, after its end',
      of: { revoked },
      at: end,
      gives: 'revoked',
    },
    {
      given: 'withdrawn before anybody decided',
      of: { ...undecided, revoked },
      at: revokedAt,
      gives: 'revoked',
    },
  ])('is $gives: $given', ({ of, at, gives }) => {
    expect(exemptionStateAt(exemption(of), at)).toBe(gives);
  });

  it('as of an instant depends on nothing decided after it', () => {
    const instants = [0, 1, 2, 3, 4, 5];
    const orNever = [undefined, ...instants];
    let looked = 0;
    for (const expiresAt of instants)
      for (const decisionAt of orNever)
        for (const verdict of ['approved', 'denied'] as const)
          for (const revocationAt of orNever)
            for (const at of instants) {
              const known = exemptionOf({ decisionAt, verdict, revocationAt });
              const then = exemptionOf({
                verdict,
                decisionAt: notAfter(at, decisionAt),
                revocationAt: notAfter(at, revocationAt),
              });

              expect(exemptionStateAt({ ...known, expiresAt }, at)).toBe(
                exemptionStateAt({ ...then, expiresAt }, at),
              );
              looked += 1;
            }
    expect(looked).toBe(6 * 7 * 2 * 7 * 6);
  });

  it('stays as it is from one turn to the next', () => {
    for (const of of [
      {},
      undecided,
      { revoked },
      { decision: denied },
      { ...undecided, revoked },
    ]) {
      const one = exemption(of);
      const seen = [asked];
      for (let at = asked; ; ) {
        const next = nextExemptionTurn([one], at);
        const last = next === undefined ? at + 10_000 : next - 1;
        expect(exemptionStateAt(one, last)).toBe(exemptionStateAt(one, at));
        if (next === undefined) break;
        seen.push(next);
        at = next;
      }
      expect(seen).toContain(end);
    }
  });
});

function notAfter(at: number, instant: number | undefined) {
  return instant !== undefined && instant <= at ? instant : undefined;
}

function exemptionOf(given: {
  decisionAt?: number;
  verdict: 'approved' | 'denied';
  revocationAt?: number;
}) {
  const { decisionAt, verdict, revocationAt } = given;
  return {
    ...(decisionAt !== undefined && {
      decision: { verdict, by: 'user:default/lee', at: decisionAt },
    }),
    ...(revocationAt !== undefined && {
      revoked: { by: 'user:default/kim', at: revocationAt },
    }),
  };
}

describe('an exemption is for', () => {
  const bare = { entityRef: service.entityRef };
  it.each<{
    given: string;
    subject: ExemptionSubject;
    of?: typeof bare;
    gives: boolean;
  }>([
    {
      given: 'the service that it names',
      subject: { by: 'service', ref: service.entityRef },
      gives: true,
    },
    {
      given: 'the service, however its ref is written',
      subject: { by: 'service', ref: 'Component:default/Payments' },
      gives: true,
    },
    {
      given: 'another service',
      subject: { by: 'service', ref: 'component:default/ledger' },
      gives: false,
    },
    {
      given: 'a service of the owner that it names',
      subject: { by: 'owner', ref: service.owner },
      gives: true,
    },
    {
      given: 'a service of another owner',
      subject: { by: 'owner', ref: 'group:default/search' },
      gives: false,
    },
    {
      given: 'a service that nobody owns',
      subject: { by: 'owner', ref: service.owner },
      of: bare,
      gives: false,
    },
    {
      given: 'a service of the system that it names',
      subject: { by: 'system', ref: service.system },
      gives: true,
    },
    {
      given: 'a service of no system',
      subject: { by: 'system', ref: service.system },
      of: bare,
      gives: false,
    },
    {
      given: 'an owner that is called as the service is',
      subject: { by: 'owner', ref: service.entityRef },
      gives: false,
    },
  ])('$given: $gives', ({ subject, of = service, gives }) => {
    expect(isExemptionOf({ subject }, of)).toBe(gives);
  });
});

describe('the exemption in force', () => {
  const longer = { id: 'b', expiresAt: end + 1 };
  it.each<{
    given: string;
    of: Partial<Exemption>[];
    at?: number;
    point?: 'pr' | 'deploy';
    gives: string | undefined;
  }>([
    { given: 'at its approval', of: [{}], at: decided, gives: 'a' },
    { given: 'just before it', of: [{}], at: decided - 1, gives: undefined },
    { given: 'just before its end', of: [{}], at: end - 1, gives: 'a' },
    { given: 'at its end', of: [{}], at: end, gives: undefined },
    {
      given: 'at its revocation',
      of: [{ revoked }],
      at: revokedAt,
      gives: undefined,
    },
    {
      given: 'of another check',
      of: [{ check: 'few-failures' }],
      gives: undefined,
    },
    {
      given: 'of another scorecard',
      of: [{ scorecard: 'secure' }],
      gives: undefined,
    },
    {
      given: 'of another service',
      of: [{ subject: { by: 'service', ref: 'component:default/ledger' } }],
      gives: undefined,
    },
    {
      given: 'at no point, when it is for points',
      of: [{ points: ['deploy'] }],
      gives: undefined,
    },
    {
      given: 'at its point',
      of: [{ points: ['deploy'] }],
      point: 'deploy',
      gives: 'a',
    },
    {
      given: 'at another point',
      of: [{ points: ['deploy'] }],
      point: 'pr',
      gives: undefined,
    },
    {
      given: 'at any point, when it is for all',
      of: [{}],
      point: 'pr',
      gives: 'a',
    },
    { given: 'of two, the longer', of: [{}, longer], gives: 'b' },
    {
      given: 'of two as long, the one asked for first',
      of: [{}, { id: 'b', requestedAt: asked - 1 }],
      gives: 'b',
    },
    {
      given: 'of two alike, the first by its id',
      of: [{ id: 'b' }, { id: 'a' }],
      gives: 'a',
    },
    {
      given: 'of two, the one that is left when the longer is revoked',
      of: [{}, { ...longer, revoked: { ...revoked, at: decided } }],
      gives: 'a',
    },
  ])('$given: $gives', ({ of, at = decided, point, gives }) => {
    const exemptions = of.map(exemption);

    const found = exemptionInForce(exemptions, { check, service, at, point });
    const turned = exemptionInForce([...exemptions].reverse(), {
      check,
      service,
      at,
      point,
    });

    expect(found?.id).toBe(gives);
    expect(turned).toBe(found);
  });
});

describe('the next turn of exemptions', () => {
  it.each<{
    given: string;
    of: Partial<Exemption>[];
    at: number;
    gives: number | undefined;
  }>([
    { given: 'of none', of: [], at: 0, gives: undefined },
    { given: 'before the approval', of: [{}], at: asked, gives: decided },
    { given: 'at the approval', of: [{}], at: decided, gives: end },
    { given: 'just before the end', of: [{}], at: end - 1, gives: end },
    { given: 'at the end', of: [{}], at: end, gives: undefined },
    {
      given: 'before the revocation',
      of: [{ revoked }],
      at: decided,
      gives: revokedAt,
    },
    {
      given: 'of several, the first',
      of: [{ expiresAt: 9_000 }, { expiresAt: 5_000 }],
      at: decided,
      gives: 5_000,
    },
  ])('$given', ({ of, at, gives }) => {
    expect(nextExemptionTurn(of.map(exemption), at)).toBe(gives);
  });
});

describe('an exemption ends soon', () => {
  const expiresAt = decided + 20 * 24 * 3_600_000;
  const soon = expiresAt - endsSoonMs;
  it.each([
    { given: 'two weeks before its end', at: soon, gives: true },
    { given: 'a moment earlier', at: soon - 1, gives: false },
    { given: 'just before its end', at: expiresAt - 1, gives: true },
    { given: 'at its end', at: expiresAt, gives: false },
    {
      given: 'undecided',
      at: soon,
      of: { decision: undefined },
      gives: false,
    },
    { given: 'revoked', at: soon, of: { revoked }, gives: false },
  ])('$given: $gives', ({ at, of = {}, gives }) => {
    expect(endsSoonAt(exemption({ expiresAt, ...of }), at)).toBe(gives);
  });
});
