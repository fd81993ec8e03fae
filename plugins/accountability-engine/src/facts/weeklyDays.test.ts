import { OwnerSpan, recordKinds } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { deployed } from '../testing';
import { deploymentFrequency } from './deploymentFrequency';

const zones = new Map([
  ['group:default/berlin', 'Europe/Berlin'],
  ['group:default/santiago', 'America/Santiago'],
  ['group:default/nowhere', 'Mars/Olympus'],
]);

function ownedBy(name: string, since: string): OwnerSpan {
  return {
    owner: `group:default/${name}`,
    resolves: true,
    from: Date.parse(since),
    origin: 'catalog',
  };
}

/** Deployment frequency of a service that was deployed at these instants. */
function measured(given: { now: string; at?: string[]; spans: OwnerSpan[] }) {
  const { now, at = [], spans } = given;
  const prepared = prepareFacts({
    now: Date.parse(now),
    service: { ...exampleService, spans },
    records: at.map((instant, i) => {
      const startedAt = Date.parse(instant);
      return deployed(`d${i}`, { startedAt, endedAt: startedAt });
    }),
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
    groups: { zones, rotas: new Map() },
  });
  return measurePrepared(deploymentFrequency, prepared);
}

function weeksOf(given: Parameters<typeof measured>[0]) {
  const { value } = measured(given);
  if (value.status === 'unknown') return value.because;
  return value.parts?.map(({ key, value: days }) => `${key}: ${days}`);
}

const berlin = ownedBy('berlin', '2025-01-01T00:00:00Z');

describe('the weeks of deployment frequency', () => {
  it.each([
    {
      given: 'late on Sunday in UTC, on Monday in Berlin',
      now: '2026-11-17T12:00:00Z',
      at: [
        '2026-11-01T23:00:00Z',
        '2026-11-01T23:30:00Z',
        '2026-11-02T09:00:00Z',
      ],
      spans: [berlin],
      gives: [
        'week of 2026-10-26: 0',
        'week of 2026-11-02: 1',
        'week of 2026-11-09: 0',
      ],
    },
    {
      given: 'the week in which clocks go back: a day of 25 hours is one',
      now: '2026-11-03T12:00:00Z',
      at: ['2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z'],
      spans: [berlin],
      gives: [
        'week of 2026-10-12: 0',
        'week of 2026-10-19: 1',
        'week of 2026-10-26: 0',
      ],
    },
    {
      given: 'a Sunday in Santiago that has no midnight',
      now: '2026-09-14T12:00:00Z',
      at: ['2026-09-06T03:59:00Z', '2026-09-06T04:00:00Z'],
      spans: [ownedBy('santiago', '2025-01-01T00:00:00Z')],
      gives: [
        'week of 2026-08-24: 0',
        'week of 2026-08-31: 2',
        'week of 2026-09-07: 0',
      ],
    },
    {
      given:
        'a hand-over in the window: the clock of the owner now, throughout',
      now: '2026-11-17T12:00:00Z',
      at: ['2026-11-01T23:30:00Z'],
      spans: [
        ownedBy('santiago', '2025-01-01T00:00:00Z'),
        ownedBy('berlin', '2026-11-10T00:00:00Z'),
      ],
      gives: [
        'week of 2026-10-26: 0',
        'week of 2026-11-02: 1',
        'week of 2026-11-09: 0',
      ],
    },
    {
      given: 'a zone that there is not: UTC',
      now: '2026-11-17T12:00:00Z',
      at: ['2026-11-01T23:30:00Z'],
      spans: [ownedBy('nowhere', '2025-01-01T00:00:00Z')],
      gives: [
        'week of 2026-10-26: 1',
        'week of 2026-11-02: 0',
        'week of 2026-11-09: 0',
      ],
    },
  ])('are for $given', ({ gives, ...given }) => {
    expect(weeksOf(given)).toEqual(gives);
  });

  it.each([
    { owner: 'berlin', says: / on 1 day \(Europe\/Berlin\)\.$/ },
    { owner: 'none', says: /\(UTC, since no owner names a time zone\)\.$/ },
  ])('are said to be those of $owner’s clock', ({ owner, says }) => {
    const { value } = measured({
      now: '2026-11-17T12:00:00Z',
      at: ['2026-10-27T09:00:00Z', '2026-11-03T09:00:00Z'],
      spans: [ownedBy(owner, '2025-01-01T00:00:00Z')],
    });

    expect(value.because).toMatch(says);
  });

  it('turn on Monday by that clock, and the fact knows when', () => {
    const before = { now: '2026-11-22T12:00:00Z', spans: [berlin] };
    const turn = '2026-11-22T23:00:00.000Z';

    const { nextChangeAt = 0 } = measured(before);

    expect(new Date(nextChangeAt).toISOString()).toBe(turn);
    expect(weeksOf(before)).toHaveLength(3);
    expect(weeksOf({ ...before, now: turn })).toHaveLength(4);
  });
});

describe('deployment frequency', () => {
  it('says how many deployments name no environment', () => {
    const prepared = prepareFacts({
      now: Date.parse('2026-11-23T12:00:00Z'),
      service: exampleService,
      records: [
        deployed('a'),
        deployed('b', { environment: undefined }),
        deployed('c', { environment: undefined, result: 'failure' }),
      ],
      collectedKinds: [...recordKinds],
      sourceKinds: [...recordKinds],
      settings: defaultSettings,
    });

    const { value } = measurePrepared(deploymentFrequency, prepared);

    expect(value).toMatchObject({ value: 0.25, sampleSize: 1 });
    expect(value.because).toMatch(
      /; 1 more names no environment and is not counted;/,
    );
  });
});
