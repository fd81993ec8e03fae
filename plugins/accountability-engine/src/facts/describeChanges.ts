import {
  ChangeMaker,
  ChangeRecord,
} from 'backstage-plugin-accountability-common';
import { countApprovals, makerOf } from '../changes';
import { Contents } from '../delivery';
import { countedCharges } from './countedCharges';
import { FactContext } from './defineFact';
import { mergedToMain } from './mergedToMain';
import { ownedChanges } from './ownedChanges';
import { remarksOn } from './remarksOn';
import { reworkedChanges } from './reworkedChanges';
import { touchedBy } from './touchedBy';

/** A merged change with what became of it; what is absent is unknown. */
export interface DescribedChange {
  change: ChangeRecord;
  /** Epoch milliseconds. */
  mergedAt: number;
  maker: ChangeMaker;
  approvals?: number;
  remarks?: number;
  /** Whether the group that owned the service then wrote it or approved it with care. */
  byOwner?: boolean;
  /** Whether a later change mended it within 21 days; undefined while they last. */
  reworked?: boolean;
  /** The production deployment that brought it. */
  deployment?: { id: string; at: number };
  /** Ids of incidents charged to that deployment. */
  incidents: string[];
}

/** What of the prepared facts it is told from. */
type Prepared = {
  context: Pick<
    FactContext,
    'now' | 'records' | 'people' | 'ownerAt' | 'charges'
  >;
  contentsIn(environment: string): ReadonlyMap<string, Contents>;
};

/**
 * Changes that came to the default branch, newest first, with how they were
 * made, read and delivered, and what they broke. Whether one was approved
 * faster than anybody reads is left out: of a single change that tells of a
 * single reviewer.
 */
export function describeChanges({
  context,
  contentsIn,
}: Prepared): DescribedChange[] {
  const { now, records, people } = context;
  const { reworked, settled } = reworkedChanges(records.change, { now });
  const owned = new Map(
    ownedChanges(records.change, context).owned.map(one => [
      one.change.id,
      one,
    ]),
  );
  const brought = bringers(records.deployment, contentsIn('production'));
  return records.change
    .flatMap(change => {
      const mergedAt = mergedToMain(change);
      if (mergedAt === undefined || mergedAt > now) return [];
      const then = owned.get(change.id);
      const deployment = brought.get(change.id);
      return [
        {
          change,
          mergedAt,
          maker: makerOf(change),
          approvals: countApprovals(change),
          remarks: remarksOn(change),
          byOwner: then && touchedBy(then, people),
          reworked: settled.has(change.id)
            ? reworked.has(change.id)
            : undefined,
          deployment: deployment && {
            id: deployment.id,
            at: deployment.endedAt ?? deployment.startedAt,
          },
          incidents: deployment
            ? countedCharges(deployment, context).map(
                ({ incident }) => incident.id,
              )
            : [],
        },
      ];
    })
    .sort(
      (a, b) => b.mergedAt - a.mergedAt || (a.change.id < b.change.id ? 1 : -1),
    );
}

function bringers(
  deployments: FactContext['records']['deployment'],
  contents: ReadonlyMap<string, Contents>,
) {
  const brought = new Map<string, (typeof deployments)[number]>();
  for (const deployment of deployments) {
    const content = contents.get(deployment.id);
    if (content?.status !== 'known') continue;
    for (const { id } of content.changes) brought.set(id, deployment);
  }
  return brought;
}
