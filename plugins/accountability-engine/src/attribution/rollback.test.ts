import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { DAY, HOUR, MINUTE, SECOND } from '../time';
import { back, bad, byTime, ended, old, t, v } from './__testUtils__/charging';

describe('a rollback', () => {
  it.each<{
    given: string;
    deployments: DeploymentRecord[];
    incident?: Partial<IncidentRecord>;
    gives: object;
  }>([
    {
      given: 'charges what it undid, with the range',
      deployments: [old, bad, v('1', back, { id: 'r' })],
      gives: {
        method: 'remediation',
        cause: 'bad',
        confidence: 0.9,
        remedy: {
          kind: 'rollback',
          record: 'r',
          undone: ['bad'],
          finishedAt: t + 30 * MINUTE,
        },
      },
    },
    {
      given: 'over several charges one failure, the first',
      deployments: [old, bad, v('3', MINUTE), v('1', back)],
      gives: { cause: 'bad', remedy: { undone: ['bad', '3@-1'] } },
    },
    {
      given: 'of more than W after the change charges it all the same',
      deployments: [old, v('2', 3 * DAY, { id: 'bad' }), v('1', back)],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'that began after the end is none of this incident',
      deployments: [old, bad, v('1', -2 * HOUR - 1)],
      gives: byTime,
    },
    {
      given: 'at the very end of the incident is',
      deployments: [old, bad, v('1', -2 * HOUR)],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'in an incident that is still open is',
      deployments: [old, bad, v('1', -8 * DAY)],
      incident: { endedAt: undefined },
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'that is still going on has no finish',
      deployments: [
        old,
        bad,
        v('1', back, { id: 'r', state: 'executing', endedAt: undefined }),
      ],
      gives: {
        method: 'remediation',
        cause: 'bad',
        remedy: { kind: 'rollback', record: 'r', undone: ['bad'] },
      },
    },
    {
      given: 'that failed made nothing good',
      deployments: [old, bad, v('1', back, { result: 'failure' })],
      gives: byTime,
    },
    {
      given: 'that failed first counts when it gets through',
      deployments: [
        old,
        bad,
        v('1', back, { result: 'failure' }),
        v('1', back - HOUR, { id: 'r' }),
      ],
      gives: { cause: 'bad', remedy: { record: 'r', undone: ['bad'] } },
    },
    {
      given: 'does not undo another deployment of what it goes back to',
      deployments: [
        old,
        v('1', 2 * HOUR, { result: 'failure' }),
        bad,
        v('1', back),
      ],
      gives: { cause: 'bad', remedy: { undone: ['bad'] } },
    },
    {
      given: 'after redeployments of the target goes back to the last of them',
      deployments: [old, v('1', 3 * DAY), bad, v('1', back)],
      gives: { cause: 'bad', remedy: { undone: ['bad'] } },
    },
    {
      given: 'undoes failed attempts too, and charges what got through',
      deployments: [
        old,
        v('2', 2 * HOUR, { id: 'try', result: 'failure' }),
        bad,
        v('1', back),
      ],
      gives: { cause: 'bad', remedy: { undone: ['try', 'bad'] } },
    },
    {
      given: 'after an attempt that failed half-way charges the attempt',
      deployments: [
        old,
        v('2', HOUR, { id: 'half', result: 'failure' }),
        v('1', back),
      ],
      gives: {
        method: 'remediation',
        cause: 'half',
        remedy: { undone: ['half'] },
      },
    },
    {
      given: 'is no redeployment of what runs',
      deployments: [old, bad, v('2', back)],
      gives: byTime,
    },
    {
      given: 'is no version that is lower and new',
      deployments: [old, v('3', HOUR, { id: 'bad' }), v('2', back)],
      gives: { ...byTime, cause: 'bad' },
    },
    {
      given: 'is no deployment that does not say what it deployed',
      deployments: [old, bad, v('', back, { version: undefined })],
      gives: byTime,
    },
    {
      given: 'over what does not say what it was undoes only the known',
      deployments: [
        old,
        bad,
        v('', MINUTE, { version: undefined }),
        v('1', back),
      ],
      gives: { cause: 'bad', remedy: { undone: ['bad'] } },
    },
    {
      given: 'over nothing but what does not say what it was is none',
      deployments: [old, v('', HOUR, { version: undefined }), v('1', back)],
      gives: byTime,
    },
    {
      given: 'to what its source calls earlier undoes what ran',
      deployments: [bad, v('1', back, { rollback: true })],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'to what was already running undoes nothing, whatever is said',
      deployments: [bad, v('2', back, { rollback: true })],
      gives: byTime,
    },
    {
      given: 'to what ran last 91 days before it is none',
      deployments: [v('1', 91 * DAY + back), bad, v('1', back)],
      gives: byTime,
    },
    {
      given: 'to staging is none',
      deployments: [old, bad, v('1', back, { environment: 'staging' })],
      gives: byTime,
    },
    {
      given: 'over what began after the impact only says nothing of the cause',
      deployments: [old, v('2', -MINUTE), v('1', back)],
      gives: { method: 'none' },
    },
  ])('$given', ({ deployments, incident, gives }) => {
    expect(ended(deployments, incident)).toMatchObject(gives);
  });
});

describe('going back and the noted start', () => {
  it.each([
    {
      given: 'seconds before the incident was noted',
      deployments: [old, bad, v('1', 20 * SECOND)],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: '5 minutes before',
      deployments: [old, bad, v('1', 5 * MINUTE)],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'a millisecond earlier: a change like others',
      deployments: [old, bad, v('1', 5 * MINUTE + 1, { id: 'r' })],
      gives: { ...byTime, cause: 'r' },
    },
    {
      given: 'just before, and within 5 minutes of the one before: a race',
      deployments: [old, v('2', 6 * MINUTE), v('1', MINUTE, { id: 'r' })],
      gives: { ...byTime, cause: 'r' },
    },
    {
      given: 'the same, and its source says that it goes back',
      deployments: [
        old,
        v('2', 6 * MINUTE, { id: 'bad' }),
        v('1', MINUTE, { rollback: true }),
      ],
      gives: { method: 'remediation', cause: 'bad' },
    },
    {
      given: 'while the incident lasted, within 5 minutes of the one before',
      deployments: [old, v('2', MINUTE, { id: 'bad' }), v('1', -MINUTE)],
      gives: { method: 'remediation', cause: 'bad' },
    },
  ])('$given', ({ deployments, gives }) => {
    expect(ended(deployments)).toMatchObject(gives);
  });

  it.each([
    { given: 'the first time open', at: 10, gives: 'remediation' },
    { given: 'closed', at: 60, gives: 'temporal' },
    {
      given: 'closed, just before it was reopened',
      at: 117,
      gives: 'remediation',
    },
    { given: 'open again', at: 130, gives: 'remediation' },
    { given: 'closed for good', at: 200, gives: 'temporal' },
  ])('in a reopened incident while $given', ({ at, gives }) => {
    const answer = ended([old, bad, v('1', -at * MINUTE)], {
      endedAt: t + 150 * MINUTE,
      episodes: [
        { from: t + MINUTE, to: t + 30 * MINUTE },
        { from: t + 120 * MINUTE, to: t + 150 * MINUTE },
      ],
    });

    expect(answer?.method).toBe(gives);
  });
});
