import { DAY, HOUR, MINUTE } from '../time';
import { before, charge, t } from './__testUtils__/charging';
import { profiles } from './profiles';

describe('time alone charges', () => {
  it.each([
    {
      given: 'of two changes in the window, the later begun',
      deployments: [before('a', 3 * HOUR), before('b', HOUR)],
      gives: { method: 'temporal', cause: 'b' },
    },
    {
      given: 'of two that began together, the last by name',
      deployments: [before('b', HOUR), before('a', HOUR)],
      gives: { method: 'temporal', cause: 'b' },
    },
    {
      given: 'a rollout that is still going on',
      deployments: [
        before('a', HOUR, { endedAt: undefined, state: 'executing' }),
      ],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'a rollout of days, to W after its end',
      deployments: [before('a', 3 * DAY, { endedAt: t - DAY })],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'no rollout whose end nobody told of, W after its start',
      deployments: [
        before('a', DAY + 1, { endedAt: undefined, state: 'executing' }),
      ],
      gives: { method: 'none' },
    },
    {
      given: 'a rollout that ended before it began, by another clock',
      deployments: [before('a', DAY, { endedAt: t - DAY - MINUTE })],
      gives: { method: 'temporal', cause: 'a', confidence: 0.3 },
    },
    {
      given: 'a rollout that began at the very instant',
      deployments: [before('a', 0)],
      gives: { method: 'temporal', cause: 'a', lagMs: 0, confidence: 0.75 },
    },
    {
      given: 'no rollout that began a millisecond later',
      deployments: [before('a', -1)],
      gives: { method: 'none' },
    },
    {
      given: 'a rollout that ended W before, to the millisecond',
      deployments: [before('a', DAY + 10 * MINUTE)],
      gives: { method: 'temporal', cause: 'a', confidence: 0.3 },
    },
    {
      given: 'no rollout that ended a millisecond before that',
      deployments: [before('a', DAY + 10 * MINUTE + 1)],
      gives: { method: 'none', confidence: 0 },
    },
    {
      given: 'a failed rollout: it may have done harm before it stopped',
      deployments: [before('a', HOUR, { result: 'failure' })],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'nothing that was cancelled, skipped or is pending',
      deployments: [
        before('a', HOUR, { result: 'cancellation' }),
        before('b', HOUR, { result: 'skip' }),
        before('c', HOUR, { state: 'pending' }),
      ],
      gives: { method: 'none' },
    },
    {
      given: 'nothing whose environment is not known',
      deployments: [before('a', HOUR, { environment: undefined })],
      gives: { method: 'none' },
    },
    {
      given: 'the change before a redeployment of it',
      deployments: [
        before('a', 5 * HOUR, { sha: 'same' }),
        before('b', HOUR, { sha: 'SAME' }),
      ],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'the second attempt of a rollout that failed',
      deployments: [
        before('a', 5 * HOUR, { sha: 'same', result: 'failure' }),
        before('b', HOUR, { sha: 'same' }),
      ],
      gives: { method: 'temporal', cause: 'b' },
    },
    {
      given: 'no redeployment of a change of last week',
      deployments: [
        before('a', 7 * DAY, { sha: 'same' }),
        before('b', HOUR, { sha: 'same' }),
      ],
      gives: { method: 'none' },
    },
    {
      given: 'deployments that do not say what they deployed, each a change',
      deployments: [
        before('a', 5 * HOUR, { sha: undefined }),
        before('b', HOUR, { sha: undefined }),
      ],
      gives: { method: 'temporal', cause: 'b' },
    },
    {
      given: 'the change behind more redeployments than anyone lists',
      deployments: [
        before('a', 20 * HOUR, { sha: 'same' }),
        ...Array.from({ length: 300 }, (_, n) =>
          before(`r${n}`, n * MINUTE, { sha: 'same' }),
        ),
      ],
      gives: { method: 'temporal', cause: 'a' },
    },
  ])('$given', ({ deployments, gives }) => {
    expect(charge(deployments)).toMatchObject(gives);
  });

  it.each([
    { windowMs: 0, lag: 0, cause: 'a' },
    { windowMs: 0, lag: 10 * MINUTE, cause: 'a' },
    { windowMs: 0, lag: 10 * MINUTE + 1, cause: undefined },
    { windowMs: 100 * DAY, lag: 95 * DAY, cause: 'a' },
    { windowMs: 100 * DAY, lag: 101 * DAY, cause: undefined },
    { windowMs: undefined, lag: 300 * DAY, cause: 'a' },
  ])(
    'with a window of $windowMs ms, of $lag ms before, $cause',
    ({ windowMs, lag, cause }) => {
      const profile = { ...profiles.default, windowMs };

      expect(charge([before('a', lag)], {}, { profile })?.cause).toBe(cause);
    },
  );

  it.each([
    { rivals: 0, lag: 0, confidence: 0.75 },
    { rivals: 0, lag: (DAY + 10 * MINUTE) / 3, confidence: 0.6 },
    { rivals: 1, lag: 0, confidence: 0.6 },
    { rivals: 2, lag: 0, confidence: 0.5 },
    { rivals: 2, lag: DAY + 10 * MINUTE, confidence: 0.2 },
  ])(
    'with confidence $confidence, $lag ms before and with $rivals rivals',
    ({ rivals, lag, confidence }) => {
      const others = ['x', 'y'].slice(0, rivals);

      const answer = charge([
        before('z', lag),
        ...others.map(id =>
          before(id, lag + MINUTE, { endedAt: t - DAY + MINUTE }),
        ),
      ]);

      expect(answer).toMatchObject({ cause: 'z', confidence });
    },
  );
});

describe('what time alone says', () => {
  it('names the window and the lag', () => {
    expect(charge([before('p', 2 * HOUR)])?.evidence).toEqual([
      'It is the only production change that began before the impact and ended at most 1 d before it.',
      'The rollout of the deployment of sha-of- began 13 Nov 2026, 10:00:00 UTC; the impact began 13 Nov 2026, 12:00:00 UTC, 2 h later.',
    ]);
  });

  it('where it charges nothing, names what there was', () => {
    const answer = charge([
      before('old', 7 * DAY, { sha: 'same' }),
      before('again', HOUR, { sha: 'same', version: '4.12.0' }),
      before('u', HOUR, { environment: undefined }),
    ]);

    expect(answer?.evidence).toEqual([
      'The deployment of 4.12.0 before it brought what was already running, so it is no change.',
      'No production change of this service began before the impact of 13 Nov 2026, 12:00:00 UTC and ended at most 1 d before it.',
      '1 deployment of that time names no environment; unknown is not production.',
    ]);
  });
});
