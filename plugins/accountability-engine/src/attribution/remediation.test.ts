import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { merged } from '../testing';
import { DAY, HOUR, MINUTE } from '../time';
import {
  back,
  bad,
  before,
  byTime,
  charge,
  ended,
  old,
  t,
  v,
} from './__testUtils__/charging';

describe('changes that mend', () => {
  const first = merged('c0', { sha: 'a000000', endedAt: t - 6 * DAY });
  const broken = merged('c1', { sha: 'b000000', endedAt: t - 2 * HOUR });
  const mend = (given: Partial<ChangeRecord>) =>
    merged('c2', { sha: 'c000000', endedAt: t + MINUTE, ...given });
  const deployments = [
    before('old', 5 * DAY, { sha: 'a000000' }),
    before('bad', HOUR, { sha: 'b000000' }),
    before('mend', back, { sha: 'c000000' }),
  ];
  const revert = {
    method: 'remediation',
    cause: 'bad',
    confidence: 0.9,
    remedy: { kind: 'revert', record: 'mend', undone: ['bad'] },
  };
  const hotfix = {
    ...revert,
    confidence: 0.7,
    remedy: { ...revert.remedy, kind: 'hotfix' },
  };

  it.each([
    { given: 'a revert of a record', change: { reverts: 'c1' }, gives: revert },
    {
      given: 'a revert of a commit',
      change: { reverts: 'B000000' },
      gives: revert,
    },
    {
      given: 'a revert of a commit in full',
      change: { reverts: 'b000000ffffffffffffffffffffffffffffffffff' },
      gives: revert,
    },
    {
      given: 'a revert of what never ran',
      change: { reverts: 'c9' },
      gives: byTime,
    },
    {
      given: 'a revert of what came in the same deployment',
      change: { reverts: 'c2' },
      gives: byTime,
    },
    { given: 'a label', change: { hotfix: true }, gives: hotfix },
    { given: 'a title', change: { title: 'Hotfix: totals' }, gives: hotfix },
    {
      given: 'a title that a label denies',
      change: { title: 'Hotfix: totals', hotfix: false },
      gives: byTime,
    },
    {
      given: 'a revert that is called a hotfix, the stronger of both',
      change: { reverts: 'c1', hotfix: true },
      gives: revert,
    },
  ])('$given', ({ change, gives }) => {
    const changes = [mend(change), broken, first];

    expect(
      charge(deployments, { endedAt: t + HOUR }, { changes }),
    ).toMatchObject(gives);
  });

  it('a revert of a commit that no change told of undoes the first that got through with it', () => {
    const answer = charge(
      [
        before('old', 5 * DAY, { sha: 'a000000' }),
        before('try', 2 * HOUR, { sha: 'b000000', result: 'failure' }),
        before('bad', HOUR, { sha: 'b000000' }),
        before('more', MINUTE, { sha: 'b000000' }),
        before('mend', back, { sha: 'c000000' }),
      ],
      { endedAt: t + HOUR },
      { changes: [first, mend({ reverts: 'b000000' })] },
    );

    expect(answer).toMatchObject(revert);
  });

  it('several reverts of one deployment undo all that they name', () => {
    const second = merged('c3', {
      sha: 'd000000',
      endedAt: t + 2 * MINUTE,
      reverts: 'c0',
    });
    const answer = charge(
      [
        before('base', 6 * DAY, { sha: '9000000' }),
        ...deployments.slice(0, 2),
        before('mend', back, { sha: 'd000000' }),
      ],
      { endedAt: t + HOUR },
      {
        changes: [
          merged('base', { sha: '9000000', endedAt: t - 7 * DAY }),
          first,
          broken,
          mend({ reverts: 'c1' }),
          second,
        ],
      },
    );

    expect(answer).toMatchObject({
      cause: 'old',
      remedy: { kind: 'revert', undone: ['old', 'bad'] },
    });
  });

  it('a hotfix mends what first brought what ran, not a restart of it', () => {
    const restarted = [
      ...deployments,
      before('again', -10 * MINUTE, { sha: 'b000000' }),
    ];
    const changes = [mend({ hotfix: true }), broken, first];

    expect(charge(restarted, { endedAt: t + HOUR }, { changes })).toMatchObject(
      hotfix,
    );
  });

  it('a hotfix just before the incident is a change like others', () => {
    const changes = [
      mend({ hotfix: true, endedAt: t - 30 * MINUTE }),
      broken,
      first,
    ];

    expect(
      charge(
        [
          ...deployments.slice(0, 2),
          before('mend', MINUTE, { sha: 'c000000' }),
        ],
        { endedAt: t + HOUR },
        { changes },
      ),
    ).toMatchObject({ method: 'temporal', cause: 'mend' });
  });
});

describe('of several remedies', () => {
  it.each([
    {
      given: 'the first counts, since an incident may stay open long after it',
      deployments: [
        v('0', 9 * DAY, { id: 'older' }),
        old,
        bad,
        v('1', back, { id: 'r' }),
        v('9', -40 * MINUTE),
        v('1', -60 * MINUTE),
      ],
      gives: { cause: 'bad', remedy: { record: 'r' } },
    },
    {
      given: 'one that had to go further back counts',
      deployments: [
        old,
        v('2', 2 * HOUR, { id: 'bad' }),
        v('3', HOUR, { id: 'innocent' }),
        v('2', back, { id: 'r' }),
        v('1', -40 * MINUTE, { id: 'rr' }),
      ],
      gives: {
        cause: 'bad',
        remedy: { record: 'rr', undone: ['bad', 'innocent', 'r'] },
      },
    },
    {
      given: 'coming back again later changes nothing',
      deployments: [old, bad, v('1', back, { id: 'r' }), v('2', -HOUR)],
      gives: { cause: 'bad', remedy: { record: 'r' } },
    },
  ])('$given', ({ deployments, gives }) => {
    expect(ended(deployments)).toMatchObject({
      method: 'remediation',
      ...gives,
    });
  });

  it('going back outranks a hotfix before it', () => {
    const answer = charge(
      [
        before('old', 5 * DAY, { sha: 'a000000' }),
        before('bad', 2 * HOUR, { sha: 'b000000' }),
        before('other', HOUR, { sha: 'c000000' }),
        before('hot', -10 * MINUTE, { sha: 'd000000' }),
        before('undo', back, { sha: 'e000000' }),
      ],
      { endedAt: t + HOUR },
      {
        changes: [
          merged('a', { sha: 'a000000', endedAt: t - 9 * DAY }),
          merged('b', { sha: 'b000000', endedAt: t - 8 * DAY }),
          merged('c', { sha: 'c000000', endedAt: t - 7 * DAY }),
          merged('d', { sha: 'd000000', endedAt: t - 6 * DAY, hotfix: true }),
          merged('e', { sha: 'e000000', endedAt: t - 5 * DAY, reverts: 'b' }),
        ],
      },
    );

    expect(answer).toMatchObject({
      cause: 'bad',
      remedy: { kind: 'revert', record: 'undo' },
    });
  });
});

describe('what a remedy says', () => {
  it.each([
    {
      given: 'one undone',
      deployments: [old, bad, v('1', back)],
      says: 'The deployment of 1 began 13 Nov 2026, 12:20:00 UTC, while the incident lasted. It goes back to what ran earlier and undoes the deployment of 2.',
    },
    {
      given: 'several undone, begun before the noted start',
      deployments: [old, bad, v('3', 9 * MINUTE), v('1', MINUTE)],
      says: 'The deployment of 1 began 13 Nov 2026, 11:59:00 UTC, just before the incident was noted. It goes back to what ran earlier and undoes 2 deployments; one failure is counted, the first of them that could be the cause.',
    },
  ])('of $given', ({ deployments, says }) => {
    expect(ended(deployments)?.evidence[0]).toBe(says);
  });

  it('is kept with a cause that another rung found', () => {
    const answer = ended([old, bad, v('1', back, { id: 'r' })], {
      cause: { by: 'person', record: 'bad' },
    });

    expect(answer).toMatchObject({
      method: 'explicit',
      cause: 'bad',
      remedy: { kind: 'rollback', record: 'r', undone: ['bad'] },
    });
  });
});
