import {
  ChangeRecord,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { FactContext, Measurement, WindowBy } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';
import { measureMedian, Timed } from './measureMedian';
import { counted } from './wording';

/** Changes count with the deployment that brought them first; by themselves they move nothing. */
export const byDeployment: WindowBy = {
  deployment: finishedIn,
  change: () => undefined,
};

/** From when the time of a change runs. */
export interface LeadTimeStart {
  startOf(change: ChangeRecord): number | undefined;
  /** What `startOf` needs, as a change says it: `when its last commit was made`. */
  says: string;
  /** What makes it known. */
  remedy: string;
}

/** What became of the changes that the deployments of a window brought. */
interface Delivered {
  timed: Timed[];
  undated: ChangeRecord[];
  negative: ChangeRecord[];
  first: DeploymentRecord[];
  unknown: DeploymentRecord[];
}

/**
 * Median time over changes from an instant of theirs to the end of the
 * deployment that brought them first. The first deployment of all brings no
 * value, since all that was ever merged would be in it.
 */
export function measureLeadTime(
  context: FactContext,
  start: LeadTimeStart,
): Measurement {
  const delivered = deliver(context, start);
  const { timed, undated, negative, first, unknown } = delivered;
  return measureMedian(context, {
    timed,
    of: ['change', 'changes'],
    none: whyNone(context, { delivered, start }),
    besides: [
      ...(timed.length > 0 && undated.length > 0
        ? [
            `${counted(undated.length, 'more does', 'more do')} not say ${
              start.says
            }`,
          ]
        : []),
      ...(negative.length > 0
        ? [
            `${counted(
              negative.length,
              'change has',
              'changes have',
            )} a start after the deployment and no value (data quality)`,
          ]
        : []),
      ...(timed.length > 0 && unknown.length > 0
        ? [`what ${counted(unknown.length, 'deployment')} brought is unknown`]
        : []),
    ],
    otherwise: [...undated, ...negative, ...first, ...unknown].map(
      ({ id }) => id,
    ),
  });
}

function deliver(context: FactContext, { startOf }: LeadTimeStart): Delivered {
  const delivered: Delivered = {
    timed: [],
    undated: [],
    negative: [],
    first: [],
    unknown: [],
  };
  for (const deployment of context.inWindow.deployment) {
    const at = finishedIn(deployment, context.environment);
    const contents = context.contents.get(deployment.id);
    if (at === undefined || !contents) continue;
    if (contents.status !== 'known') {
      delivered[contents.status].push(deployment);
      continue;
    }
    for (const change of contents.changes) {
      const begun = startOf(change);
      if (begun === undefined) delivered.undated.push(change);
      else if (begun > at) delivered.negative.push(change);
      else {
        delivered.timed.push({
          record: change.id,
          at,
          ms: at - begun,
          records: [change.id, deployment.id],
        });
      }
    }
  }
  return delivered;
}

function whyNone(
  { inWindow, environment }: FactContext,
  { delivered, start }: { delivered: Delivered; start: LeadTimeStart },
): string {
  const { undated, negative, unknown, first } = delivered;
  if (undated.length > 0) {
    return `${counted(
      undated.length,
      'change',
    )} reached ${environment}, and none says ${start.says}; ${start.remedy}`;
  }
  if (negative.length > 0)
    return `No change that reached ${environment} has a time`;
  if (unknown.length > 0) {
    return `What ${counted(
      unknown.length,
      'deployment',
    )} to ${environment} brought is unknown, since none names the commit of a merged change; let the source of deployments send the commit that was merged`;
  }
  if (first.length > 0) {
    return `There is only the first deployment to ${environment}, of which it cannot be told where its changes begin`;
  }
  return inWindow.deployment.some(gotThrough)
    ? `No deployment to ${environment} brought a change`
    : `No deployment to ${environment} got through`;
}
