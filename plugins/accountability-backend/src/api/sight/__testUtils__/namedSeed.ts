const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.now();
const iso = (ago: number) => new Date(now - ago).toISOString();

const payments = { subject: 'github:acme/payments' };
/** Nothing but this service is called so: who may not see it must never read the word. */
const word = 'zebrano';
const zebrano = { subject: `github:acme/${word}` };

const id = {
  foreign: `github:deployment:acme/${word}:1`,
  foreignIncident: `pagerduty:incident:${word}-1`,
  foreignChange: `github:change:acme/${word}:1`,
  own: 'github:deployment:acme/payments:10',
  named: 'pagerduty:incident:named',
  namedAlone: 'pagerduty:incident:named-alone',
  ownNamed: 'pagerduty:incident:own-named',
  decided: 'pagerduty:incident:decided',
  merged: 'pagerduty:incident:merged',
  alert: 'alertmanager:alert:payments',
  change: 'github:change:acme/payments:10',
  build: 'github:build:acme/payments:1',
};

const deployed = (record: string, ago: number, of: { subject: string }) => ({
  kind: 'deployment',
  record,
  ...of,
  at: iso(ago),
  state: 'finished',
  result: 'success',
  environment: 'production',
  sha: record.replace(/\D/g, '').padEnd(40, 'a'),
});
const broke = (record: string, ago: number, more: object = payments) => [
  {
    ...{ kind: 'incident', record, ...payments, ...more },
    at: iso(ago),
    state: 'triggered',
  },
  {
    ...{ kind: 'incident', record, ...payments, ...more },
    at: iso(ago - HOUR / 2),
    state: 'resolved',
  },
];
const changed = (record: string, ago: number, more: object) => ({
  kind: 'change',
  record,
  at: iso(ago),
  state: 'merged',
  defaultBranch: true,
  ...more,
});

const events = [
  ...Array.from({ length: 12 }, (_, i) => {
    const record = `github:deployment:acme/payments:${i + 1}`;
    return deployed(record, 60 * DAY - i * 5 * DAY, payments);
  }),
  changed(id.change, 16 * DAY, {
    ...payments,
    sha: '10'.padEnd(40, 'a'),
    reverts: id.foreignChange,
  }),
  changed(id.foreignChange, 17 * DAY, zebrano),
  { ...deployed(id.foreign, 5 * HOUR, zebrano), version: `${word}-1.2.3` },
  ...broke(id.foreignIncident, 14 * DAY, zebrano),
  ...broke(id.named, 4 * HOUR, {
    cause: { by: 'machine', record: id.foreign, artifact: `acme/${word}:1` },
  }),
  ...broke(id.namedAlone, 30 * HOUR, {
    cause: { by: 'person', artifact: `acme/${word}:1` },
  }),
  ...broke(id.ownNamed, 14 * DAY, {
    cause: { by: 'person', sha: '10'.padEnd(40, 'a') },
  }),
  ...broke(id.decided, 3 * HOUR),
  ...broke(id.merged, 14 * DAY, { mergedInto: id.foreignIncident }),
  {
    ...{ kind: 'alert', record: id.alert, ...payments },
    at: iso(4 * HOUR),
    state: 'firing',
    incident: id.foreignIncident,
  },
  {
    ...{ kind: 'build', record: id.build, ...payments },
    at: iso(50 * HOUR),
    state: 'finished',
    result: 'success',
    unit: 'job',
    run: `github:build:acme/${word}:7`,
  },
];

/** Records of a service, payments, that name those of another in every way there is. */
export const namedSeed = { word, id, events, payments, broke };
