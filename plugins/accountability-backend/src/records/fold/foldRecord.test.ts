import { RecordEvent } from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { anyEvent, deployment, incident } from '../__testUtils__/testEvents';
import { foldRecord } from './foldRecord';

const build = (
  given: Partial<RecordEvent> & { at: number; state: string },
): RecordEvent =>
  ({ kind: 'build', record: 'b', subject: 'a', ...given } as RecordEvent);
const of = (
  kind: RecordEvent['kind'],
  ...states: [number, string][]
): RecordEvent[] =>
  states.map(
    ([at, state]) =>
      ({ kind, record: 'r', subject: 'a', at, state } as RecordEvent),
  );

const reviewed = (
  at: number,
  id: string,
  verdict: 'approve' | 'reject' | 'comment' | 'withdraw',
): RecordEvent => ({
  kind: 'change',
  record: 'c',
  subject: 'a',
  at,
  state: 'reviewed',
  review: { id, verdict },
});

const push: RecordEvent = {
  kind: 'change',
  record: 'p',
  subject: 'a',
  at: 5,
  state: 'merged',
  origin: 'push',
  sha: 'f',
};

const ended = (given: Partial<RecordEvent>): RecordEvent[] => [
  incident({ at: 1, state: 'triggered', subject: 'shop' }),
  { ...incident({ at: 2, state: 'resolved' }), ...given } as RecordEvent,
];

describe('foldRecord', () => {
  it.each([
    {
      given: 'the last event names another subject',
      events: ended({ subject: 'other' }),
      gives: 'other',
    },
    {
      given: 'the last event names none, and stands in with its source',
      events: ended({ subject: 'source', standIn: true }),
      gives: 'shop',
    },
    {
      given: 'no event names one',
      events: ended({ subject: 'source', standIn: true }).slice(1),
      gives: 'source',
    },
  ])('is of $gives where $given', ({ events, gives }) => {
    expect(foldRecord(events)).toMatchObject({ subject: gives });
  });

  it.each([
    {
      given: 'a build asked for, waiting for an approval, and approved',
      events: [
        build({ at: 1, state: 'pending' }),
        build({ at: 2, state: 'waiting' }),
        build({ at: 7, state: 'pending' }),
        build({ at: 9, state: 'executing' }),
      ],
      gives: { state: 'executing', queuedAt: 7, startedAt: 9 },
    },
    {
      given: 'a build that waits for an approval',
      events: [
        build({ at: 1, state: 'pending' }),
        build({ at: 2, state: 'waiting' }),
      ],
      gives: { state: 'waiting', queuedAt: undefined },
    },
    {
      given: 'a build whose asking, waiting and asking again bear one time',
      events: [
        build({ at: 1, state: 'pending' }),
        build({ at: 1, state: 'waiting' }),
        build({ at: 9, state: 'executing' }),
        build({ at: 12, state: 'finished', result: 'success' }),
      ],
      gives: { state: 'finished', queuedAt: undefined, startedAt: 9 },
    },
    {
      given: 'a change with two approvals, one of them taken back at once',
      events: [
        ...of('change', [1, 'opened']).map(event => ({
          ...event,
          record: 'c',
        })),
        reviewed(2, '1', 'reject'),
        reviewed(3, '1', 'approve'),
        reviewed(4, '2', 'withdraw'),
        reviewed(4, '2', 'approve'),
        reviewed(5, '3', 'comment'),
      ],
      gives: { state: 'opened', approvalsSeen: 1, approvals: undefined },
    },
    {
      given: 'a change nobody told of a review of',
      events: of('change', [1, 'opened'], [5, 'merged']),
      gives: { state: 'merged', approvalsSeen: undefined },
    },
    {
      given: 'a push',
      events: [push],
      gives: { state: 'merged', origin: 'push', sha: 'f', endedAt: 5 },
    },
    {
      given: 'a report uploaded twice',
      events: [3, 9, 9].map(
        (at): RecordEvent => ({
          kind: 'report',
          record: 'r',
          subject: 'a',
          at,
          state: 'uploaded',
          format: 'sarif',
          measures: { results: at },
        }),
      ),
      gives: {
        startedAt: 3,
        endedAt: 3,
        uploads: [3, 9],
        measures: { results: 9 },
      },
    },
    {
      given: 'a deployment only asked for',
      events: [deployment({ at: 1, state: 'pending' })],
      gives: { state: 'pending', startedAt: 1, endedAt: undefined },
    },
    {
      given: 'a deployment from request to success',
      events: [
        deployment({ at: 1, state: 'pending' }),
        deployment({ at: 3, state: 'executing' }),
        deployment({ at: 9, state: 'finished', result: 'success' }),
      ],
      gives: { startedAt: 3, endedAt: 9, result: 'success', state: 'finished' },
    },
    {
      given: 'a deployment that another took the place of',
      events: [
        deployment({ at: 1, state: 'executing' }),
        deployment({ at: 2, state: 'finished', result: 'success' }),
        deployment({ at: 8, state: 'superseded' }),
      ],
      gives: { endedAt: 2, result: 'success', state: 'finished' },
    },
    {
      given: 'a deployment superseded before it finished',
      events: [
        deployment({ at: 1, state: 'executing' }),
        deployment({ at: 8, state: 'superseded' }),
      ],
      gives: { endedAt: undefined, result: undefined, state: 'executing' },
    },
    {
      given: 'a failed attempt and a success',
      events: [
        deployment({ at: 1, state: 'executing' }),
        deployment({ at: 2, state: 'finished', result: 'failure' }),
        deployment({ at: 5, state: 'finished', result: 'success' }),
      ],
      gives: { endedAt: 5, result: 'success' },
    },
    {
      given: 'start and end in one second of the clock',
      events: [
        deployment({ at: 1, state: 'finished', result: 'success' }),
        deployment({ at: 1, state: 'executing' }),
      ],
      gives: { startedAt: 1, endedAt: 1, state: 'finished' },
    },
    {
      given: 'an attribute given twice',
      events: [
        deployment({ at: 1, state: 'pending', version: '1' }),
        deployment({ at: 2, state: 'executing', version: '2' }),
        deployment({ at: 3, state: 'finished' }),
      ],
      gives: { version: '2' },
    },
    {
      given: 'an incident that goes on',
      events: [
        incident({ at: 5, state: 'triggered', openedAt: 4 }),
        incident({ at: 6, state: 'acknowledged' }),
      ],
      gives: {
        state: 'acknowledged',
        startedAt: 4,
        acknowledgedAt: 6,
        episodes: [{ from: 4 }],
      },
    },
    {
      given: 'an incident reopened and resolved again',
      events: [
        incident({ at: 1, state: 'triggered' }),
        incident({ at: 3, state: 'resolved' }),
        incident({ at: 7, state: 'reopened' }),
        incident({ at: 9, state: 'resolved' }),
      ],
      gives: {
        state: 'resolved',
        startedAt: 1,
        endedAt: 9,
        episodes: [
          { from: 1, to: 3 },
          { from: 7, to: 9 },
        ],
      },
    },
    {
      given: 'impact that began before anybody opened it',
      events: [
        incident({ at: 5, state: 'triggered', openedAt: 4, impactStart: 2 }),
      ],
      gives: { startedAt: 2, episodes: [{ from: 4 }] },
    },
    {
      given: 'an incident of which only the end is known',
      events: [incident({ at: 5, state: 'resolved' })],
      gives: { startedAt: 5, endedAt: 5, episodes: [{ from: 5, to: 5 }] },
    },
    {
      given: 'updates after the end',
      events: [
        incident({ at: 1, state: 'triggered' }),
        incident({ at: 5, state: 'resolved', mergedInto: 'other' }),
        incident({ at: 8, state: 'updated', severity: 'P1' }),
      ],
      gives: { endedAt: 5, mergedInto: 'other', severity: 'P1' },
    },
    {
      given: 'a person and a later machine that name the cause',
      events: [
        incident({
          at: 1,
          state: 'updated',
          cause: { by: 'person', sha: 'a' },
        }),
        incident({
          at: 2,
          state: 'updated',
          cause: { by: 'machine', sha: 'b' },
        }),
      ],
      gives: { cause: { by: 'person', sha: 'a' } },
    },
    {
      given: 'a build that waited',
      events: [
        build({ at: 1, state: 'pending' }),
        build({ at: 4, state: 'executing' }),
      ],
      gives: { queuedAt: 1, startedAt: 4, state: 'executing' },
    },
    {
      given: 'a build that never ran, whose wait is unknown',
      events: [
        build({ at: 1, state: 'pending' }),
        build({ at: 4, state: 'finished', result: 'skip' }),
      ],
      gives: { queuedAt: undefined, endedAt: 4, result: 'skip' },
    },
    {
      given: 'a change closed, opened again and merged',
      events: of(
        'change',
        [1, 'opened'],
        [2, 'closed'],
        [3, 'opened'],
        [4, 'merged'],
      ),
      gives: { state: 'merged', startedAt: 1, endedAt: 4 },
    },
    {
      given: 'a change opened again',
      events: of('change', [1, 'opened'], [2, 'closed'], [3, 'opened']),
      gives: { state: 'opened', endedAt: undefined },
    },
    {
      given: 'an alert that fires on after somebody saw it',
      events: of('alert', [1, 'firing'], [2, 'acknowledged'], [3, 'firing']),
      gives: { state: 'acknowledged', startedAt: 1, acknowledgedAt: 2 },
    },
    {
      given: 'an alert resolved twice',
      events: of('alert', [1, 'firing'], [2, 'resolved'], [3, 'resolved']),
      gives: { state: 'resolved', endedAt: 2 },
    },
    {
      given: 'a finding that came back',
      events: of('finding', [1, 'open'], [2, 'fixed'], [3, 'open']),
      gives: { state: 'open', startedAt: 1, endedAt: undefined },
    },
    {
      given: 'a dismissed finding',
      events: of('finding', [1, 'open'], [2, 'dismissed']),
      gives: { state: 'dismissed', endedAt: 2 },
    },
    {
      given: 'kinds that share an id: the earliest decides',
      events: [...of('alert', [1, 'firing']), ...of('finding', [2, 'fixed'])],
      gives: { kind: 'alert', state: 'firing' },
    },
  ])('folds $given', ({ events, gives }) => {
    expect(foldRecord(events)).toMatchObject(gives);
  });

  it('puts the states of one second into the order they must have had', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const record = foldRecord([
          incident({ at: 1, state: 'resolved', title: first }),
          incident({ at: 1, state: 'triggered', title: second }),
          incident({ at: 1, state: 'acknowledged', title: first }),
        ]);

        expect(record).toMatchObject({ state: 'resolved', endedAt: 1 });
        expect(record?.title).toBe(first);
      }),
    );
  });

  it('gives nothing for nothing', () => {
    expect(foldRecord([])).toBeUndefined();
  });

  it('does not depend on order or duplicates, and never ends before it began', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
        (events, keys) => {
          const shuffled = [...events, ...events]
            .map((event, index) => ({ event, key: keys[index] }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);

          const record = foldRecord(events);

          expect(JSON.stringify(foldRecord(shuffled))).toBe(
            JSON.stringify(record),
          );
          expect(record?.endedAt ?? Infinity).toBeGreaterThanOrEqual(
            record?.startedAt ?? Infinity,
          );
        },
      ),
    );
  });
});
