import { IncidentRecord } from 'backstage-plugin-accountability-common';
import {
  cardPayments,
  clock,
  incidentResponse,
  NOW,
  poorIncidentResponse,
} from '../../../fixtures';
import { timeScale } from '../../timeline/layout/scale';
import { incidentSegments } from './incidentSegments';
import { minuteTicks } from './minuteTicks';
import { minuteWindow } from './minuteWindow';

const MINUTE = 60_000;
describe('minuteWindow', () => {
  it('holds what began in the two hours before, and what ended in the hour after', () => {
    const { from, to } = minuteWindow(incidentResponse(), NOW);

    expect(from).toBeLessThan(clock(8, 52));
    expect(from).toBeGreaterThan(clock(8, 40));
    expect(to).toBeGreaterThan(clock(10, 2));
    expect(to).toBeLessThan(clock(10, 10));
  });

  it('goes to now while the incident goes on', () => {
    expect(minuteWindow(poorIncidentResponse(), NOW).to).toBeGreaterThanOrEqual(
      NOW,
    );
  });
});

describe('minuteTicks', () => {
  it.each([
    { span: 10, step: 1 },
    { span: 75, step: 10 },
    { span: 60 * 24 * 3, step: 360 },
    { span: 60 * 24 * 60, step: 7200 },
  ])('$span minutes are cut by $step', ({ span, step }) => {
    const from = clock(9, 0);
    const scale = timeScale(
      { from, to: from + span * MINUTE },
      { left: 112, right: 1180 },
    );

    const ticks = minuteTicks(scale);

    expect(ticks[1].at - ticks[0].at).toBe(step * MINUTE);
    expect(ticks[1].x - ticks[0].x).toBeGreaterThanOrEqual(72);
  });
});

describe('incidentSegments', () => {
  const scale = timeScale(
    { from: clock(9, 0), to: clock(11, 0) },
    { left: 0, right: 120 },
  );
  const kinds = (rest: Partial<IncidentRecord>) =>
    incidentSegments({ ...cardPayments, ...rest }, scale, clock(11, 0)).map(
      ({ kind, x, width }) => `${kind} ${x}+${width}`,
    );

  it.each([
    {
      title: 'not seen, then open, then answered',
      given: {},
      gives: ['unseen 17+3', 'open 20+6', 'answered 26+32'],
    },
    {
      title: 'open to the end where no answer was told',
      given: { acknowledgedAt: undefined },
      gives: ['unseen 17+3', 'open 20+38'],
    },
    {
      title: 'closed between two episodes',
      given: {
        episodes: [
          { from: clock(9, 20), to: clock(9, 40) },
          { from: clock(9, 50), to: clock(9, 58) },
        ],
      },
      gives: [
        'unseen 17+3',
        'open 20+6',
        'answered 26+14',
        'closed 40+10',
        'answered 50+8',
      ],
    },
    {
      title: 'to now while it goes on',
      given: {
        endedAt: undefined,
        acknowledgedAt: undefined,
        episodes: [{ from: clock(9, 20) }],
      },
      gives: ['unseen 17+3', 'open 20+100'],
    },
  ])('$title', ({ given, gives }) => {
    expect(kinds(given)).toEqual(gives);
  });
});
