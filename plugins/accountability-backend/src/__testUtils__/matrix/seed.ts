const HOUR = 3_600_000;
const now = Date.now();
const iso = (hoursAgo: number) => new Date(now - hoursAgo * HOUR).toISOString();

const payments = 'component:default/payments';

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - { id: quiet, title: Nothing broke, burden: reliability, level: bronze, expression: reliability.incidents == 0.0 }
    - { id: owned, title: Owned, burden: ownership, expression: ownership.owner_resolves }
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
  breakGlass: { groups: [group:default/checkout] }
  rules:
    - { check: ready/quiet, mode: enforce }
`;

const candidate = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - { id: owned, title: Owned, burden: ownership, level: bronze, expression: reliability.incidents == 0.0 }
`;

const subject = 'github:acme/payments';
const deployment = 'generic:deployment:acme/payments:1';
const incident = 'generic:incident:acme/payments:1';
/** An incident of another service, which that deployment caused, as its source says and somebody decides. */
const broken = 'generic:incident:acme/ledger:1';
const deployed = {
  ...{ kind: 'deployment', record: deployment, subject },
  environment: 'production',
};
const broke = { kind: 'incident', at: iso(2), state: 'triggered' };
const events = [
  {
    kind: 'owner',
    entityRef: payments,
    owner: 'group:default/checkout',
    at: iso(24 * 400),
  },
  {
    kind: 'change',
    record: 'generic:change:acme/payments:1',
    subject,
    at: iso(5),
    state: 'merged',
  },
  { ...deployed, at: iso(4), state: 'executing' },
  { ...deployed, at: iso(3), state: 'finished', result: 'success' },
  { ...broke, record: incident, subject },
  {
    ...broke,
    record: broken,
    subject: 'github:acme/ledger',
    cause: { by: 'machine', record: deployment },
  },
  {
    ...broke,
    record: 'generic:incident:acme/elsewhere:1',
    subject: 'github:acme/elsewhere',
  },
];

/** What the plugin knows in the matrix, and what is sent to it. */
export const seed = {
  /** Title of the service: nobody sends it, so that an answer with it tells of the service. */
  title: 'Zebrano',
  payments,
  policy,
  /** A policy that payments passes no more. */
  candidate,
  events,
  deployment,
  incident,
  broken,
  /** A campaign that nothing is wrong with. */
  campaign: {
    title: 'Nothing breaks',
    checks: [{ scorecard: 'ready', check: 'quiet' }],
    targetAt: iso(-24 * 30),
  },
  /** An exemption of the service that nothing is wrong with. */
  exemption: (check: string) => ({
    scorecard: 'ready',
    check,
    subject: { by: 'service', ref: payments },
    reason: 'It is being moved elsewhere',
    expiresAt: iso(-24),
  }),
};
