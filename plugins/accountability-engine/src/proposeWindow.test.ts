import {
  Attribution,
  AttributionMethod,
} from 'backstage-plugin-accountability-common';
import { knownLags, proposeWindow } from './proposeWindow';
import { ago, deployed } from './testing';
import { DAY, HOUR, MINUTE } from './time';

const begun = ago(30, 'd');

/** A link to a deployment of ten minutes whose impact began so long after its end. */
function link(
  lagMs: number,
  i: number,
  method: AttributionMethod = 'linked',
): Attribution {
  return {
    incident: `i${i}`,
    incidentStartedAt: begun + 10 * MINUTE + lagMs,
    method,
    cause: 'd',
    confidence: 1,
    profile: 'default',
    ruleVersion: 'r',
    evidence: [],
    candidates: [],
    incidentOwner: { status: 'unknown', because: 'Not of interest.' },
  };
}

function propose(attributions: Attribution[]) {
  return proposeWindow({
    attributions,
    deployments: [deployed('d', { startedAt: begun })],
    defaultMs: DAY,
  });
}

const lags = (n: number, lagMs: number) =>
  Array.from({ length: n }, (_, i) => link(lagMs, i));

describe('proposeWindow', () => {
  it.each([
    {
      given: 'nine known causes',
      links: lags(9, HOUR),
      gives: { status: 'unsure', windowMs: DAY, sampleSize: 9 },
    },
    {
      given: 'ten of two hours and a minute',
      links: lags(10, 2 * HOUR + MINUTE),
      gives: { status: 'proposed', windowMs: 3 * HOUR, sampleSize: 10 },
    },
    {
      given: 'ten of two hours to the minute',
      links: lags(10, 2 * HOUR),
      gives: { status: 'proposed', windowMs: 2 * HOUR },
    },
    {
      given: 'impacts that began before the rollout ended',
      links: lags(10, -5 * MINUTE),
      gives: { status: 'proposed', windowMs: HOUR },
    },
    {
      given: 'nineteen of an hour and one of twenty-one',
      links: [...lags(19, HOUR), link(21 * HOUR, 19)],
      gives: { status: 'proposed', windowMs: 2 * HOUR, sampleSize: 20 },
    },
    {
      given: 'links by time, which would only find W again',
      links: lags(40, HOUR).map(one => ({
        ...one,
        method: 'temporal' as const,
      })),
      gives: { status: 'unsure', sampleSize: 0, interval: {} },
    },
    {
      given: 'causes that are deployments of other services',
      links: lags(40, HOUR).map(one => ({ ...one, cause: 'theirs' })),
      gives: { status: 'unsure', sampleSize: 0 },
    },
    {
      given: 'decisions that no change is the cause',
      links: lags(40, HOUR).map(({ cause, ...one }) => ({
        ...one,
        method: 'explicit' as const,
      })),
      gives: { status: 'unsure', sampleSize: 0 },
    },
  ])('of $given', ({ links, gives }) => {
    expect(propose(links)).toMatchObject(gives);
  });

  it('says that few links bound it on one side at most', () => {
    const { interval, because } = propose(lags(20, HOUR));

    expect(interval).toEqual({ lowMs: HOUR });
    expect(because).toBe(
      '95 % of 20 known causes showed within 1 h of the end of their rollout, so W of 1 h is proposed; with so few the true one is at least 1 h and has no known upper bound, so take it as a rough guide.',
    );
  });

  it('says between what it lies where links are many', () => {
    const many = Array.from({ length: 200 }, (_, i) => link(i * MINUTE, i));

    const { interval, windowMs, because } = propose(many);

    expect(windowMs).toBe(4 * HOUR);
    expect(interval).toEqual({ lowMs: 183 * MINUTE, highMs: 196 * MINUTE });
    expect(because).toMatch(/the true one is 3 h 3 min to 3 h 16 min at 95 %/);
  });

  it('names W in hours', () => {
    expect(propose(lags(3, HOUR)).because).toBe(
      '3 causes are known from people, links or remedies; a proposal needs at least 10, so W stays 24 h.',
    );
  });

  it('leaves a profile without W as it is where it is unsure', () => {
    const proposal = proposeWindow({
      attributions: lags(1, HOUR),
      deployments: [deployed('d', { startedAt: begun })],
    });

    expect(proposal).not.toHaveProperty('windowMs');
    expect(proposal.because).toBe(
      '1 cause is known from people, links or remedies; a proposal needs at least 10, so there stays none.',
    );
  });

  it('is the same in any order', () => {
    const links = [3, 9, 1, 7, 2, 8, 4, 6, 5, 10].map(n => link(n * HOUR, n));

    expect(propose([...links].reverse())).toEqual(propose(links));
  });
});

describe('knownLags', () => {
  const [one] = lags(1, HOUR);
  const of = (deployment: object) => ({
    attributions: [one],
    deployments: [deployed('d', { startedAt: begun, ...deployment })],
  });

  it.each([
    { given: 'the end of the rollout', input: of({}), lagMs: HOUR },
    {
      given: 'its start, where nobody told of its end',
      input: of({ endedAt: undefined }),
      lagMs: HOUR + 10 * MINUTE,
    },
    {
      given: 'no further than the rollout went on',
      input: of({ endedAt: begun + DAY }),
      lagMs: 0,
    },
    {
      given: 'another instant of the incident, where W is compared with it',
      input: {
        ...of({}),
        startOf: () => one.incidentStartedAt + MINUTE,
      },
      lagMs: HOUR + MINUTE,
    },
  ])('are counted from $given', ({ input, lagMs }) => {
    expect(knownLags(input)).toMatchObject([{ incident: 'i0', lagMs }]);
  });

  it('are the newest first, whatever the order of the links', () => {
    const links = [link(HOUR, 1), link(3 * HOUR, 3), link(2 * HOUR, 2)];

    const found = knownLags({ ...of({}), attributions: links });

    expect(found.map(({ incident }) => incident)).toEqual(['i3', 'i2', 'i1']);
  });
});
