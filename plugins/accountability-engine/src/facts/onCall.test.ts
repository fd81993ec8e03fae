import {
  IncidentRecord,
  OwnerSpan,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureFact, measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { ago, alerted, incident, many, referenceNow } from '../testing';
import { MINUTE, SECOND } from '../time';
import { acknowledgedByOwner } from './acknowledgedByOwner';
import { actionableRatio } from './actionableRatio';
import { alertsPerWeek } from './alertsPerWeek';
import { FactDefinition } from './defineFact';
import { outOfHoursShare } from './outOfHoursShare';
import { pagesElsewhere } from './pagesElsewhere';

const payments = 'group:default/payments';
const platform = 'group:default/platform';
const rotas: Record<string, readonly string[]> = {
  P1: ['Group:default/Payments'],
  P2: [platform],
  P3: [platform, payments],
};
const start = ago(1, 'd');

const inputOf = (records: ServiceRecord[], spans?: OwnerSpan[]) => ({
  now: referenceNow,
  records,
  service: { ...exampleService, ...(spans && { spans }) },
  collectedKinds: [...recordKinds],
  sourceKinds: [...recordKinds],
  settings: defaultSettings,
});

/** Measured where groups name their rotas and time zones. */
function measureWith(
  fact: FactDefinition,
  given: {
    records: ServiceRecord[];
    spans?: OwnerSpan[];
    zones?: Record<string, string>;
  },
) {
  const prepared = prepareFacts(inputOf(given.records, given.spans));
  const context = {
    ...prepared.context,
    teamsOf: (rota: string) => rotas[rota] ?? [],
    zoneOf: (group: string) => given.zones?.[group],
  };
  return measurePrepared(fact, { ...prepared, context }).value;
}

type Step = NonNullable<IncidentRecord['responses']>[number]['step'];
const answer = (step: Step, minute: number, team?: string) => ({
  step,
  at: start + minute * MINUTE,
  team,
});
const takenBy = (team?: string, given: Partial<IncidentRecord> = {}) => ({
  acknowledgedAt: start + 2 * MINUTE,
  responses: [answer('paged', 0, team), answer('acknowledged', 2, team)],
  ...given,
});
const incidentsOf = (count: number, prefix: string, given: object) =>
  many(count, prefix, id => incident(id, given));

describe('who answers', () => {
  it('counts the owning team by any of its rotas, and others apart', () => {
    const records = [
      ...incidentsOf(6, 'own', takenBy('P1')),
      ...incidentsOf(2, 'shared', takenBy('P3')),
      ...incidentsOf(2, 'other', takenBy('P2')),
      ...incidentsOf(3, 'foreign', takenBy('P9')),
      ...incidentsOf(1, 'never', { responses: [answer('paged', 0, 'P1')] }),
    ];

    const value = measureWith(acknowledgedByOwner, { records });

    expect(value).toMatchObject({
      value: 0.8,
      sampleSize: 10,
      parts: [
        { key: 'owner', value: 8 },
        { key: 'others', value: 2 },
        { key: 'unknown', value: 3 },
      ],
      because:
        '8 of 10 acknowledged incidents of which it is known were taken up by the owning team, 90 days to 23 Nov 2026; 3 of 13 (23 %) unknown and not counted; 1 more never acknowledged.',
    });
  });

  it.each([
    {
      given: 'a first acknowledgement of no rota, and a later one of the owner',
      of: takenBy('P1', { acknowledgedAt: start }),
      gives: { key: 'unknown', value: 1 },
    },
    {
      given: 'one acknowledgement told twice, once to the second only',
      of: takenBy('P1', { acknowledgedAt: start + 2 * MINUTE - SECOND + 1 }),
      gives: { key: 'owner', value: 11 },
    },
    {
      given: 'an acknowledgement by others before the owner',
      of: takenBy(undefined, {
        responses: [
          answer('acknowledged', 2, 'P2'),
          answer('acknowledged', 3, 'P1'),
        ],
      }),
      gives: { key: 'others', value: 1 },
    },
  ])('finds $gives for $given', ({ of, gives }) => {
    const records = [
      ...incidentsOf(10, 'own', takenBy('P1')),
      incident('one', of),
    ];

    const value = measureWith(acknowledgedByOwner, { records });

    expect(value).toHaveProperty(
      'parts',
      expect.arrayContaining([expect.objectContaining(gives)]),
    );
  });

  it('asks who owned the service then', () => {
    const spans: OwnerSpan[] = [
      {
        owner: platform,
        resolves: true,
        from: ago(99, 'd'),
        to: start + 2 * MINUTE,
        origin: 'catalog',
      },
      {
        owner: payments,
        resolves: true,
        from: start + 2 * MINUTE,
        origin: 'catalog',
      },
    ];
    const records = incidentsOf(1, 'i', takenBy('P1'));

    const value = measureWith(pagesElsewhere, { records, spans });

    expect(value).toMatchObject({ value: 1, sampleSize: 1 });
  });

  it('counts pages of others, at least so many', () => {
    const records = [
      incident('i', {
        responses: [
          answer('paged', 0, 'P1'),
          answer('escalated', 5, 'P2'),
          answer('escalated', 9, 'P2'),
          answer('acknowledged', 10, 'P2'),
          answer('paged', 20, 'P9'),
        ],
      }),
      incident('merged', { ...takenBy('P2'), mergedInto: 'i' }),
    ];

    const value = measureWith(pagesElsewhere, { records });

    expect(value).toMatchObject({
      value: 2,
      because:
        '2 pages of 3 reached others than the owning team, 90 days to 23 Nov 2026; 1 of 4 (25 %) unknown and not counted.',
    });
  });

  it.each([
    { resolves: false, from: ago(99, 'd') },
    { resolves: true, from: ago(1, 'h') },
  ])('knows nothing where the owner then is $resolves', span => {
    const spans: OwnerSpan[] = [
      { owner: payments, origin: 'catalog', ...span },
    ];
    const records = incidentsOf(10, 'i', takenBy('P1'));

    const value = measureWith(pagesElsewhere, { records, spans });

    expect(value).toMatchObject({ reason: 'insufficient-data' });
  });

  it('says which rotas no group names, and how to name them', () => {
    const records = ['P9', 'P7', 'P8', 'P6'].map(rota =>
      incident(rota, takenBy(rota)),
    );

    const value = measureWith(acknowledgedByOwner, { records });

    expect(value).toMatchObject({
      reason: 'never-collected',
      because:
        'No group of the catalog says that it answers to P6, P7, P8 and others; name its rotas in the annotation accountability.io/rotas of the group.',
    });
  });
});

describe('working hours', () => {
  // Berlin set its clocks back on 25 Oct 2026 and New York on 1 Nov.
  it.each([
    { at: '2026-11-20T07:30:00Z', zone: 'Europe/Berlin', gives: 0 },
    { at: '2026-11-20T07:30:00Z', zone: 'Europe/London', gives: 1 },
    { at: '2026-10-30T12:30:00Z', zone: 'America/New_York', gives: 0 },
    { at: '2026-11-06T12:30:00Z', zone: 'America/New_York', gives: 1 },
    { at: '2026-11-22T23:30:00Z', zone: 'Pacific/Auckland', gives: 0 },
    { at: '2026-11-20T12:00:00Z', zone: 'Mars/Olympus', gives: 0 },
  ])('$at in $zone is $gives out of hours', ({ at, zone, gives }) => {
    const startedAt = Date.parse(at);
    const records = many(10, 'a', id => alerted(id, { startedAt }));

    const value = measureWith(outOfHoursShare, {
      records,
      zones: { [payments]: zone },
    });

    expect(value).toHaveProperty('value', gives);
  });

  it('go by the clock of the owner then, and say so', () => {
    const change = ago(3, 'd');
    const spans: OwnerSpan[] = [
      {
        owner: platform,
        resolves: true,
        from: ago(99, 'd'),
        to: change,
        origin: 'catalog',
      },
      { owner: payments, resolves: true, from: change, origin: 'catalog' },
    ];
    // Friday and Monday, both at 07:30 UTC.
    const records = ['2026-11-20T07:30:00Z', '2026-11-23T07:30:00Z'].flatMap(
      (at, day) =>
        many(5, `a${day}`, id => alerted(id, { startedAt: Date.parse(at) })),
    );

    const value = measureWith(outOfHoursShare, {
      records,
      spans,
      zones: { [platform]: 'Europe/Berlin' },
    });

    expect(value).toMatchObject({
      value: 0.5,
      because: expect.stringContaining(
        '5 of 10 in UTC, since the owner then names no time zone',
      ),
    });
  });
});

describe('alerts', () => {
  it('are actionable, noise or unknown, and how many are unknown is said', () => {
    const records = [
      ...many(6, 'a', id =>
        alerted(id, { acknowledgedAt: start, incident: 'i' }),
      ),
      ...many(4, 'n', id => alerted(id)),
      ...many(10, 'u', id => alerted(id, { endedAt: undefined })),
      alerted('s', { silenced: true }),
    ];

    const value = measureFact(actionableRatio, inputOf(records));

    expect(value).toMatchObject({
      value: 0.6,
      parts: [
        { key: 'actionable', value: 6 },
        { key: 'noise', value: 4 },
        { key: 'unknown', value: 10 },
      ],
      because:
        '6 of 10 alerts of which it is known led to action, 28 days to 23 Nov 2026; 10 of 20 (50 %) unknown and not counted; 1 more was silenced.',
    });
  });

  it('are counted by the week whatever the window, and of production only', () => {
    const input = inputOf(many(8, 'a', id => alerted(id)));

    const weekly = measureFact(alertsPerWeek, input, { windowDays: 7 });
    const staging = measureFact(alertsPerWeek, input, {
      environment: 'staging',
    });

    expect(weekly).toHaveProperty('value', 8);
    expect(staging).toMatchObject({ reason: 'insufficient-data' });
  });
});
