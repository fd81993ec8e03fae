import {
  DeploymentRecord,
  DeploymentResponse,
  deployedIdentity,
} from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  Contents,
  byStart,
  couldReach,
  prepareFacts,
  ran,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import { readRecords, withoutContributors } from '../../records';
import { toServiceInput } from '../work/readInputs';

/** A deployment among those of its environment: what ran before and after it, and what it brought. */
export type PlacedDeployment = Pick<
  DeploymentResponse,
  'previous' | 'next' | 'contents' | 'redeployOf' | 'undoes'
>;

/** How far back the deployment before it is looked for. */
const reachMs = 90 * 24 * 3_600_000;
/** Deployments after it among which the next one that ran is looked for. */
const mostAfter = 200;

/** Reads what is around a deployment in its environment; where that is unknown, so is what is around it. */
export async function placeDeployment(
  knex: Knex,
  options: {
    file: ServiceFile;
    deployment: DeploymentRecord;
    settings: AssessSettings;
    now: number;
  },
): Promise<PlacedDeployment> {
  const { file, deployment, settings, now } = options;
  const { startedAt, environment } = deployment;
  if (environment === undefined) {
    return {
      contents: {
        status: 'unknown',
        because:
          'Its source names no environment, so that nobody knows what ran there before.',
      },
    };
  }
  const { subjects } = file;
  const until = await readRecords(knex, {
    subjects,
    kinds: ['deployment', 'change'],
    from: startedAt - reachMs,
    to: startedAt + 1,
  });
  const after = await readRecords(knex, {
    subjects,
    kinds: ['deployment'],
    from: startedAt,
    to: now + 1,
    limit: mostAfter,
  });
  const near = [...until, ...after].filter(one => one.kind === 'deployment');
  const { contentsIn } = prepareFacts({
    now: startedAt,
    service: toServiceInput(file),
    records: until,
    collectedKinds: [],
    sourceKinds: [],
    settings,
  });
  return {
    ...placeAmong(deployment, near),
    contents: inWords(deployment, contentsIn(environment).get(deployment.id)),
  };
}

function inWords(
  deployment: DeploymentRecord,
  contents: Contents | undefined,
): PlacedDeployment['contents'] {
  if (contents?.status === 'known') {
    return { ...contents, changes: contents.changes.map(withoutContributors) };
  }
  if (contents?.status === 'first') {
    return {
      status: 'first',
      because:
        'No deployment of the 90 days before says where what it brought begins.',
    };
  }
  return {
    status: 'unknown',
    because: contents
      ? whyUnknown(deployment)
      : 'It did not get through; what it would have brought is in the next one that does.',
  };
}

function whyUnknown({ sha }: DeploymentRecord): string {
  return sha
    ? `No change that was told of has the commit ${sha.slice(
        0,
        12,
      )}; connect its repository as a source.`
    : 'Its source names no commit.';
}

/** What ran before and after it in its environment, and whether it repeats or undoes any of it. */
function placeAmong(
  deployment: DeploymentRecord,
  near: readonly DeploymentRecord[],
): Omit<PlacedDeployment, 'contents'> {
  const others = [...new Map(near.map(one => [one.id, one])).values()]
    .filter(({ id }) => id !== deployment.id)
    .filter(({ environment }) => environment === deployment.environment)
    .sort(byStart);
  const before = others.filter(one => byStart(one, deployment) < 0);
  const previous = before.findLast(ran);
  const next = others.find(one => byStart(one, deployment) > 0 && ran(one));
  const identity = deployedIdentity(deployment);
  const sameAs = (one: DeploymentRecord) =>
    identity !== undefined && deployedIdentity(one) === identity;
  const repeats = previous && sameAs(previous);
  const undoes = repeats
    ? []
    : undoneBy(deployment, { before, previous, sameAs });
  return {
    ...(previous && { previous: previous.id }),
    ...(next && { next: next.id }),
    ...(repeats && { redeployOf: previous.id }),
    ...(undoes.length > 0 && { undoes: undoes.map(({ id }) => id) }),
  };
}

/** All that began after what it goes back to; where only its source says that it goes back, the one before it. */
function undoneBy(
  deployment: DeploymentRecord,
  given: {
    before: readonly DeploymentRecord[];
    previous?: DeploymentRecord;
    sameAs(one: DeploymentRecord): boolean;
  },
): DeploymentRecord[] {
  const { before, previous, sameAs } = given;
  const target = before.findLastIndex(one => ran(one) && sameAs(one));
  if (target >= 0) return before.slice(target + 1).filter(couldReach);
  return deployment.rollback && previous ? [previous] : [];
}
