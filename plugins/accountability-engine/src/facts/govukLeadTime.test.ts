import {
  ChangeRecord,
  DeploymentRecord,
  recordKinds,
} from 'backstage-plugin-accountability-common';
import { profiles } from '../attribution';
import { indexProduction } from '../attribution/indexProduction';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureValues } from '../measureFact';
import { DAY, MINUTE, percentile, SECOND } from '../time';
import { Commit, CommitGraph } from './__testUtils__/CommitGraph';
import { describeGovuk, readGovukRows } from './__testUtils__/readGovukRows';
import { changeLeadTimeFirstCommit } from './changeLeadTimeFirstCommit';
import { changeLeadTimeHeadCommit } from './changeLeadTimeHeadCommit';
import { FactDefinition } from './defineFact';
import { deploymentFrequency } from './deploymentFrequency';
import { mergeToProduction } from './mergeToProduction';

/** Merges of main as changes, each with the commits of its branch. */
function changesOfMain(graph: CommitGraph, since: number): ChangeRecord[] {
  return graph
    .firstParents()
    .filter(({ committedAt }) => committedAt >= since)
    .map(merge => {
      const branch = graph
        .between([merge.parents[0]], merge.sha)
        .filter(({ sha }) => sha !== merge.sha);
      const authored = branch.map(({ authoredAt }) => authoredAt);
      return {
        kind: 'change',
        id: `govuk:change:${merge.sha}`,
        subject: 'github:alphagov/frontend',
        startedAt: Math.min(merge.committedAt, ...authored),
        endedAt: merge.committedAt,
        state: 'merged',
        sha: merge.sha,
        commits: branch.length,
        headCommitAt: graph.get(merge.parents[1])?.committedAt,
        ...(branch.length > 0 && { firstAuthoredAt: Math.min(...authored) }),
      };
    });
}

interface Deploy {
  id: string;
  app: string;
  environment: string;
  at: number;
  version: string;
}

function readDeploys(): Deploy[] {
  return readGovukRows('deploys-2026-06-to-08-six-apps.csv').map(row => ({
    id: `govuk:deployment:${row.n}`,
    app: row.app,
    environment: row.environment,
    at: Date.parse(row.deployed_at),
    version: row.version,
  }));
}

function asRecord(deploy: Deploy, sha?: string): DeploymentRecord {
  return {
    kind: 'deployment',
    id: deploy.id,
    subject: `govuk:${deploy.app}`,
    startedAt: deploy.at,
    endedAt: deploy.at,
    state: 'finished',
    result: 'success',
    environment: deploy.environment,
    version: deploy.version,
    ...(sha && { sha }),
  };
}

const june = { month: 'June', from: Date.UTC(2026, 5), to: Date.UTC(2026, 6) };
const july = { month: 'July', from: Date.UTC(2026, 6), to: Date.UTC(2026, 7) };
const august = {
  month: 'August',
  from: Date.UTC(2026, 7),
  to: Date.UTC(2026, 8),
};

const committedAt = (commit: Commit) => commit.committedAt;
const authoredAt = (commit: Commit) => commit.authoredAt;
const inOrder = (values: { value: number }[]) =>
  values.map(({ value }) => value).sort((a, b) => a - b);

function measureMonth(
  fact: FactDefinition,
  records: (DeploymentRecord | ChangeRecord)[],
  { from, to }: { from: number; to: number },
) {
  return measureValues(
    fact,
    {
      now: to,
      service: exampleService,
      records,
      collectedKinds: [...recordKinds],
      sourceKinds: [...recordKinds],
      settings: defaultSettings,
    },
    { windowDays: (to - from) / DAY },
  );
}

describeGovuk('lead time of frontend of GOV.UK', () => {
  const graph = new CommitGraph(readGovukRows('frontend.csv.gz'));
  const tags = new Map(
    readGovukRows('frontend.tags.csv').map(row => [row.tag, row.commit_sha]),
  );
  const deploys = readDeploys().filter(
    ({ app, environment }) =>
      app === 'frontend' && environment === 'production',
  );
  const main = new Set(graph.firstParents().map(({ sha }) => sha));
  const changes = changesOfMain(graph, Date.UTC(2026, 3, 1));
  const records = [
    ...changes,
    ...deploys.map(deploy => asRecord(deploy, tags.get(deploy.version))),
  ];

  /** `git log this --not` all that ran before, by the merge that brought it, merge commits removed. */
  const walked = deploys.slice(1).flatMap((deploy, i) => {
    const before = deploys.slice(0, i + 1).map(d => tags.get(d.version));
    return graph
      .between(before, tags.get(deploy.version))
      .filter(({ sha }) => main.has(sha))
      .map(merge => graph.between([merge.parents[0]], merge.sha))
      .map(own => own.filter(({ parents }) => parents.length < 2))
      .filter(own => own.length > 0)
      .map(own => ({
        at: deploy.at,
        head: (deploy.at - Math.max(...own.map(committedAt))) / SECOND,
        first: (deploy.at - Math.min(...own.map(authoredAt))) / SECOND,
      }));
  });

  it.each([
    { ...june, changes: 44, head: 60633, first: 66623 },
    { ...july, changes: 58, head: 60286, first: 66428.5 },
    { ...august, changes: 27, head: 61605, first: 69262 },
  ])(
    'is $head s and $first s in $month, as a walk of the graph says',
    given => {
      const inMonth = walked.filter(
        ({ at }) => at >= given.from && at < given.to,
      );

      const head = measureMonth(changeLeadTimeHeadCommit, records, given);
      const first = measureMonth(changeLeadTimeFirstCommit, records, given);

      expect(inOrder(head.values)).toEqual(
        inOrder(inMonth.map(walk => ({ value: walk.head }))),
      );
      expect(inOrder(first.values)).toEqual(
        inOrder(inMonth.map(walk => ({ value: walk.first }))),
      );
      expect(head.value).toMatchObject({
        value: given.head,
        sampleSize: given.changes,
      });
      expect(first.value).toMatchObject({
        value: given.first,
        sampleSize: given.changes,
      });
      expect(
        percentile(
          inMonth.map(walk => walk.head),
          0.5,
        ),
      ).toBe(given.head);
    },
  );

  it('counts a change once where a higher version goes back to an older commit', () => {
    const place = (version: string) =>
      [...main].indexOf(tags.get(version) ?? '');

    const { values } = measureMonth(mergeToProduction, records, june);

    expect(place('v1701')).toBe(place('v1700') - 1);
    expect(new Set(values.map(({ record }) => record)).size).toBe(
      values.length,
    );
  });
});

/** Each deployment with a version lower than the one before it: whether it ran earlier, or else came right after. */
function decreases(deploys: readonly Deploy[]) {
  const number = (version: string) => Number(/^v(\d+)$/.exec(version)?.[1]);
  return deploys.flatMap((deploy, i) => {
    const previous = deploys.at(i - 1);
    if (i === 0 || !previous) return [];
    if (!(number(deploy.version) < number(previous.version))) return [];
    const seen = deploys.slice(0, i).some(d => d.version === deploy.version);
    if (seen) return [{ ...deploy, what: 'rollback' }];
    const race = deploy.at - previous.at <= 5 * MINUTE;
    return [{ ...deploy, what: race ? 'race' : 'other' }];
  });
}

describeGovuk('deployments of six applications of GOV.UK', () => {
  const deploys = readDeploys();
  const of = (app: string, environment: string) =>
    deploys.filter(
      each => each.app === app && each.environment === environment,
    );

  it.each([
    { app: 'frontend', gives: [37, 43, 20] },
    { app: 'govuk-chat', gives: [29, 22, 9] },
    { app: 'publishing-api', gives: [11, 15, 14] },
    { app: 'search-api', gives: [31, 12, 12] },
    { app: 'smart-answers', gives: [31, 31, 28] },
    { app: 'whitehall', gives: [51, 33, 35] },
  ])('to production are $gives of $app by month', ({ app, gives }) => {
    const records = deploys
      .filter(each => each.app === app)
      .map(each => asRecord(each));

    const counts = [june, july, august].map(
      month =>
        measureMonth(deploymentFrequency, records, month).value.sampleSize,
    );

    expect(counts).toEqual(gives);
    expect(of(app, 'production')).toHaveLength(
      gives.reduce((sum, count) => sum + count, 0),
    );
  });

  it.each([
    { environment: 'production', gives: { rollback: 2, race: 1, other: 2 } },
    { environment: 'staging', gives: { rollback: 2, race: 2, other: 1 } },
    { environment: 'integration', gives: { rollback: 0, race: 28, other: 1 } },
  ])('to $environment with a lower version are $gives', given => {
    const apps = new Set(deploys.map(({ app }) => app));
    const classes = [...apps].flatMap(app =>
      decreases(of(app, given.environment)),
    );

    const counted = (kind: string) =>
      classes.filter(({ what }) => what === kind).length;

    expect({
      rollback: counted('rollback'),
      race: counted('race'),
      other: counted('other'),
    }).toEqual(given.gives);
  });

  it('are taken for rollbacks where the version ran before, and never for a lower version', () => {
    const apps = [...new Set(deploys.map(({ app }) => app))];
    const lower = apps.flatMap(app => decreases(of(app, 'production')));

    const backs = apps.flatMap(app =>
      indexProduction(
        of(app, 'production').map(each => asRecord(each)),
        profiles.default,
        { ownerAt: () => ({ status: 'unknown', because: '' }) },
      )
        .filter(({ undoes }) => undoes)
        .map(({ record }) => record.id),
    );

    expect(lower.map(({ id, what }) => [what, backs.includes(id)])).toEqual([
      ['rollback', true],
      ['rollback', true],
      ['other', false],
      ['other', false],
      ['race', false],
    ]);
    // The others bring again what a rollback had taken away.
    expect(backs).toHaveLength(4);
  });
});
