import { RecordEvent } from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { incident } from '../__testUtils__/testEvents';
import { foldRecord } from './foldRecord';

type AlertEvent = Extract<RecordEvent, { kind: 'alert' }>;
type Response = NonNullable<
  Extract<RecordEvent, { kind: 'incident' }>['response']
>;

const alert = (
  at: number,
  state: AlertEvent['state'],
  given: Partial<AlertEvent> = {},
): AlertEvent => ({
  kind: 'alert',
  record: 'r',
  subject: 'a',
  at,
  state,
  ...given,
});
const answered = (at: number, step: Response['step'], team?: string) =>
  incident({ at, state: 'updated', response: { step, team } });

describe('what is folded of calls and answers', () => {
  it.each([
    {
      given: 'an alert told of three times, one of them twice',
      events: [
        alert(1, 'firing', { notifiedAt: 5 }),
        alert(1, 'firing', { notifiedAt: 9 }),
        alert(1, 'firing', { notifiedAt: 9 }),
        alert(1, 'firing', { notifiedAt: 7 }),
      ],
      gives: { notifications: 3, startedAt: 1 },
    },
    {
      given: 'an alert that is repeated, with no word of when people were told',
      events: [alert(1, 'firing'), alert(3, 'firing')],
      gives: { notifications: undefined },
    },
    {
      given: 'an alert that went away by itself, and whose end is told again',
      events: [
        alert(1, 'firing'),
        alert(4, 'resolved'),
        alert(6, 'resolved', { resolvedBy: 'system' }),
      ],
      gives: { endedAt: 4, resolvedBy: 'system' },
    },
    {
      given: 'an alert closed by a person that fires again',
      events: [
        alert(1, 'firing'),
        alert(2, 'resolved', { resolvedBy: 'person' }),
        alert(3, 'firing'),
      ],
      gives: { state: 'firing', resolvedBy: undefined },
    },
    {
      given: 'an alert closed by a person, that fired again and ended somehow',
      events: [
        alert(1, 'firing'),
        alert(2, 'resolved', { resolvedBy: 'person' }),
        alert(3, 'firing'),
        alert(4, 'resolved'),
      ],
      gives: { endedAt: 4, resolvedBy: undefined },
    },
    {
      given: 'a label that was corrected after the end, and a silence lifted',
      events: [
        alert(1, 'firing', { silenced: true }),
        alert(2, 'firing', { silenced: false }),
        alert(3, 'resolved', { label: 'noise' }),
        alert(9, 'resolved', { label: 'actionable' }),
      ],
      gives: { label: 'actionable', silenced: false, endedAt: 3 },
    },
    {
      given: 'an incident nobody told an answer of',
      events: [incident({ at: 1, state: 'triggered' })],
      gives: { responses: undefined, detectedBy: undefined },
    },
    {
      given: 'answers told in any order',
      events: [
        answered(9000, 'acknowledged', 'b'),
        incident({ at: 1000, state: 'triggered', detectedBy: 'monitor' }),
        answered(5000, 'escalated', 'b'),
        answered(1000, 'paged', 'a'),
      ],
      gives: {
        detectedBy: 'monitor',
        responses: [
          { step: 'paged', at: 1000, team: 'a' },
          { step: 'escalated', at: 5000, team: 'b' },
          { step: 'acknowledged', at: 9000, team: 'b' },
        ],
      },
    },
    {
      given: 'one call told by webhook and, to the second, by a poll',
      events: [answered(1000, 'paged'), answered(1169, 'paged', 'a')],
      gives: { responses: [{ step: 'paged', at: 1169, team: 'a' }] },
    },
    {
      given: 'two rotas called in one second',
      events: [
        answered(1400, 'paged', 'b'),
        answered(1200, 'paged', 'a'),
        answered(1300, 'paged', 'a'),
      ],
      gives: {
        responses: [
          { step: 'paged', at: 1200, team: 'a' },
          { step: 'paged', at: 1400, team: 'b' },
        ],
      },
    },
    {
      given: 'calls of no rota a second apart',
      events: [answered(2000, 'paged'), answered(1000, 'paged')],
      gives: {
        responses: [
          { step: 'paged', at: 1000 },
          { step: 'paged', at: 2000 },
        ],
      },
    },
  ])('folds $given', ({ events, gives }) => {
    expect(foldRecord(events)).toMatchObject(gives);
  });

  it('is the same in any order and for any repetition', () => {
    const response = fc
      .record({
        at: fc.integer({ min: 0, max: 4000 }),
        step: fc.constantFrom<Response['step']>(
          'paged',
          'escalated',
          'acknowledged',
        ),
        team: fc.constantFrom(undefined, 'a', 'b'),
      })
      .map(({ at, step, team }) => answered(at, step, team));
    const shuffled = fc
      .array(response, { minLength: 1, maxLength: 12 })
      .chain(events =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], {
            minLength: 2 * events.length,
          }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        const record = foldRecord(events);

        expect(JSON.stringify(foldRecord(other))).toBe(JSON.stringify(record));
      }),
      { numRuns: 1000 },
    );
  });
});
