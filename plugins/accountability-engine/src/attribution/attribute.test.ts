import fc from 'fast-check';
import {
  DeploymentRecord,
  IncidentRecord,
  RunResult,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, incident } from '../testing';
import { DAY, HOUR, MINUTE, ownerAtOf } from '../time';
import { attributed } from './__testUtils__/attributed';
import { profiles } from './profiles';

const t = ago(10, 'd');

function charge(
  deployments: DeploymentRecord[],
  given: Partial<IncidentRecord> = {},
) {
  const { attributions } = attributed({
    incidents: [incident('i', { startedAt: t, ...given })],
    deployments,
  });
  return attributions.get('i');
}

/** A rollout of ten minutes that began so long before the incident. */
function before(
  id: string,
  lagMs: number,
  given: Partial<DeploymentRecord> = {},
) {
  return deployed(id, { startedAt: t - lagMs, ...given });
}

const person = { by: 'person' } as const;
const machine = { by: 'machine' } as const;

describe('attribute', () => {
  it.each([
    {
      given: 'a person who names a record',
      deployments: [before('a', 20 * DAY), before('b', HOUR)],
      cause: { ...person, record: 'a' },
      gives: { method: 'explicit', cause: 'a', confidence: 1 },
    },
    {
      given: 'a machine that names a commit by its first seven digits',
      deployments: [
        before('a', 5 * DAY, { sha: 'b81f0c4d2e' }),
        before('b', 1),
      ],
      cause: { ...machine, sha: 'B81F0C4' },
      gives: { method: 'linked', cause: 'a', confidence: 0.95 },
    },
    {
      given: 'a machine that names a version, deployed twice in a row',
      deployments: [
        before('a', 3 * DAY, { sha: undefined, version: '4.12.0' }),
        before('b', 2 * DAY, { sha: undefined, version: '4.12.0' }),
      ],
      cause: { ...machine, version: '4.12.0' },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a machine that names an artifact whose environment is unknown',
      deployments: [
        before('a', HOUR, { artifact: 'oci:x', environment: undefined }),
      ],
      cause: { ...machine, artifact: 'oci:x' },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a commit that was deployed only after the incident began',
      deployments: [before('a', -HOUR, { sha: 'b81f0c4d2e' })],
      cause: { ...machine, sha: 'b81f0c4d2e' },
      gives: { method: 'none' },
    },
    {
      given: 'a person who names a deployment of staging',
      deployments: [
        before('s', HOUR, { environment: 'staging' }),
        before('p', 2 * HOUR),
      ],
      cause: { ...person, record: 's' },
      gives: { method: 'temporal', cause: 'p' },
    },
    {
      given: 'a person who names what this service does not have',
      deployments: [before('p', 2 * HOUR)],
      cause: { ...person, record: 'elsewhere' },
      gives: { method: 'temporal', cause: 'p' },
    },
    {
      given: 'two changes in the window, the later begun',
      deployments: [before('a', 3 * HOUR), before('b', HOUR)],
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
      given: 'a rollout that began at the very instant',
      deployments: [before('a', 0)],
      gives: { method: 'temporal', cause: 'a', lagMs: 0, confidence: 0.75 },
    },
    {
      given: 'a rollout that ended W before, to the millisecond',
      deployments: [before('a', DAY + 10 * MINUTE)],
      gives: { method: 'temporal', cause: 'a', confidence: 0.3 },
    },
    {
      given: 'a rollout that ended a millisecond before that',
      deployments: [before('a', DAY + 10 * MINUTE + 1)],
      gives: { method: 'none', confidence: 0 },
    },
    {
      given: 'a failed rollout',
      deployments: [before('a', HOUR, { result: 'failure' })],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'cancelled, skipped, pending and later ones',
      deployments: [
        before('a', HOUR, { result: 'cancellation' }),
        before('b', HOUR, { result: 'skip' }),
        before('c', HOUR, { state: 'pending' }),
        before('d', -1),
      ],
      gives: { method: 'none' },
    },
    {
      given: 'an environment that is not known',
      deployments: [before('a', HOUR, { environment: undefined })],
      gives: { method: 'none' },
    },
    {
      given: 'a redeployment of what ran already, the change before it',
      deployments: [
        before('a', 5 * HOUR, { sha: 'same' }),
        before('b', HOUR, { sha: 'SAME' }),
      ],
      gives: { method: 'temporal', cause: 'a' },
    },
    {
      given: 'a second attempt of a rollout that failed',
      deployments: [
        before('a', 5 * HOUR, { sha: 'same', result: 'failure' }),
        before('b', HOUR, { sha: 'same' }),
      ],
      gives: { method: 'temporal', cause: 'b' },
    },
    {
      given: 'a redeployment of a change of last week',
      deployments: [
        before('a', 7 * DAY, { sha: 'same' }),
        before('b', HOUR, { sha: 'same' }),
      ],
      gives: { method: 'none' },
    },
  ])('$given: $gives.method', ({ deployments, cause, gives }) => {
    expect(charge(deployments, { cause })).toMatchObject(gives);
  });

  it('says in its evidence that a named cause is not of this service', () => {
    const answer = charge([before('p', 2 * HOUR)], {
      cause: { ...person, sha: 'b81f0c4' },
    });

    expect(answer?.evidence).toEqual([
      "The named cause, commit b81f0c4, is not among this service's deployments of the 90 days before.",
      'It is the only production change that began before the impact and ended at most 1 d before it.',
      'The rollout of the deployment of sha-of- began 13 Nov 2026, 10:00:00 UTC; the impact began 13 Nov 2026, 12:00:00 UTC, 2 h later.',
    ]);
  });

  it('keeps the other candidates and says why they were not taken', () => {
    const answer = charge([
      before('a', 3 * HOUR),
      before('b', 2 * HOUR),
      before('c', HOUR, { sha: 'sha-of-b' }),
    ]);

    expect(answer).toMatchObject({ cause: 'b', confidence: 0.57 });
    expect(answer?.candidates).toEqual([
      {
        record: 'c',
        method: 'temporal',
        lagMs: HOUR,
        confidence: 0.49,
        whyNot: 'It brought what was already running, so it is no change.',
      },
      {
        record: 'a',
        method: 'temporal',
        lagMs: 3 * HOUR,
        confidence: 0.56,
        whyNot: 'A later change began before the impact.',
      },
    ]);
  });

  it('charges who owned the service when the rollout began', () => {
    const span = { resolves: true, origin: 'catalog' } as const;
    const { attributions } = attributed({
      incidents: [incident('i', { startedAt: t })],
      deployments: [before('a', HOUR)],
      ownerAt: ownerAtOf([
        { ...span, owner: 'group:default/then', from: 0, to: t - MINUTE },
        { ...span, owner: 'group:default/now', from: t - MINUTE },
      ]),
    });

    expect(attributions.get('i')).toMatchObject({
      causeOwner: { owner: 'group:default/then' },
      incidentOwner: { owner: 'group:default/now' },
    });
  });

  it('leaves merged incidents out', () => {
    expect(charge([before('a', 1)], { mergedInto: 'j' })).toBeUndefined();
  });
});

/** The rule as it is written, looking at every pair. */
function naive(deployments: DeploymentRecord[], at: number, windowMs: number) {
  const production = deployments
    .filter(d => d.environment === 'production' && d.state !== 'pending')
    .filter(d => d.result !== 'cancellation' && d.result !== 'skip')
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const isRedeploy = (index: number) => {
    const previous = production
      .slice(0, index)
      .findLast(d => d.state === 'finished' && d.result === 'success');
    return (
      previous !== undefined &&
      previous.sha === production[index].sha &&
      previous.startedAt >= at - 90 * DAY
    );
  };
  return production.findLast(
    (d, index) =>
      d.startedAt <= at &&
      d.startedAt >= at - 90 * DAY &&
      at <= (d.endedAt ?? d.startedAt) + windowMs &&
      !isRedeploy(index),
  )?.id;
}

const byTimeAlone = { ...profiles.default, rungs: ['temporal'] as const };

describe('the temporal rung', () => {
  const deployment = fc.record({
    startedAt: fc.nat(60),
    length: fc.option(fc.nat(40), { nil: undefined }),
    sha: fc.constantFrom('x', 'y', 'z'),
    environment: fc.constantFrom('production', 'production', 'staging'),
    result: fc.constantFrom<RunResult>('success', 'failure', 'cancellation'),
  });

  it('agrees with the rule applied to every pair, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(deployment, { maxLength: 12 }),
        fc.array(fc.nat(90), { maxLength: 5 }),
        fc.nat(30),
        (given, starts, windowHours) => {
          const deployments = given.map(({ length, ...rest }, index) =>
            deployed(`d${index}`, {
              ...rest,
              startedAt: rest.startedAt * HOUR,
              endedAt:
                length === undefined
                  ? undefined
                  : (rest.startedAt + length) * HOUR,
              state: length === undefined ? 'executing' : 'finished',
            }),
          );
          const incidents = starts.map((start, index) =>
            incident(`i${index}`, { startedAt: start * HOUR }),
          );
          const windowMs = windowHours * HOUR;

          const profile = { ...byTimeAlone, windowMs };
          const answers = attributed({ incidents, profile, deployments });
          const reversed = attributed({
            incidents,
            profile,
            deployments: [...deployments].reverse(),
          });

          for (const { id, startedAt } of incidents) {
            const expected = naive(deployments, startedAt, windowMs);
            expect(answers.attributions.get(id)?.cause).toBe(expected);
          }
          expect(reversed).toEqual(answers);
        },
      ),
    );
  });
});
