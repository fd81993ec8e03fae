import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { prepareFacts } from '../prepareFacts';
import {
  ago,
  causedBy,
  deployed,
  merged,
  referenceNow,
  twoTeams,
} from '../testing';
import { describeChanges } from './describeChanges';

const described = (records: Parameters<typeof prepareFacts>[0]['records']) =>
  describeChanges(
    prepareFacts({
      now: referenceNow,
      service: exampleService,
      records,
      collectedKinds: ['change', 'deployment', 'incident'],
      sourceKinds: ['change', 'deployment', 'incident'],
      settings: defaultSettings,
      people: twoTeams,
    }),
  );

const sha = (digit: string) => digit.repeat(40);
const review = {
  verdict: 'approve',
  at: ago(40, 'd'),
  by: 'ada',
  comments: 2,
} as const;

describe('changes described', () => {
  const changes = described([
    merged('first', { sha: sha('a'), endedAt: ago(41, 'd') }),
    merged('bad', {
      sha: sha('b'),
      startedAt: ago(41, 'd'),
      endedAt: ago(40, 'd'),
      author: 'sam',
      authorKind: 'person',
      approvals: undefined,
      reviews: [{ ...review, at: ago(40, 'd') - 1000 }],
      machineWritten: 'declared',
      paths: ['src/pay.ts'],
    }),
    merged('fix', {
      sha: sha('c'),
      endedAt: ago(39, 'd'),
      hotfix: true,
      paths: ['src/pay.ts'],
      author: 'tom',
      authorKind: 'person',
    }),
    merged('young', { endedAt: ago(1, 'd'), paths: ['src/pay.ts'] }),
    merged('branch', { endedAt: ago(1, 'd'), defaultBranch: false }),
    deployed('d1', { sha: sha('a'), startedAt: ago(41, 'd') }),
    deployed('d2', { sha: sha('b'), startedAt: ago(40, 'd') }),
    causedBy('d2', 'i', { startedAt: ago(40, 'd') + 3_600_000 }),
  ]);
  const of = (id: string) => changes.find(({ change }) => change.id === id);

  it('are those of the default branch, newest first', () => {
    expect(changes.map(({ change }) => change.id)).toEqual([
      'young',
      'fix',
      'bad',
      'first',
    ]);
  });

  it('say how one was made and read, what brought it and what it broke', () => {
    expect(of('bad')).toMatchObject({
      maker: 'machine',
      approvals: 1,
      remarks: 2,
      byOwner: true,
      reworked: true,
      deployment: { id: 'd2' },
      incidents: ['i'],
    });
  });

  it('leave out what nobody can tell', () => {
    const { byOwner, reworked, deployment, incidents } = of('young') ?? {};

    expect({ byOwner, reworked, deployment, incidents }).toEqual({
      byOwner: undefined,
      reworked: undefined,
      deployment: undefined,
      incidents: [],
    });
  });
});
