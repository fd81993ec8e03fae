import {
  ChangeRecord,
  RemedyKind,
} from 'backstage-plugin-accountability-common';
import { byStart, Contents, ran } from '../delivery';
import { claimReach } from './claimReach';
import { DeploymentIndex } from './DeploymentIndex';
import { IndexedDeployment } from './IndexedDeployment';
import { WhereBrought } from './WhereBrought';

/** A deployment that made something good, and what it made good. */
export interface Mended {
  kind: RemedyKind;
  by: IndexedDeployment;
  /** Deployments that it undid, oldest first; one of them is charged. */
  undone: readonly IndexedDeployment[];
  /** The change that says so, of a revert or hotfix. */
  change?: ChangeRecord;
}

/** What tells remedies of changes apart from others. */
export interface RemedyRules {
  /** Titles of changes made to mend production. */
  hotfixTitle: RegExp;
}

/**
 * The deployments of a service that made something good: one that goes back to
 * what ran before (rollback), one that brings a change which undoes another
 * that came earlier (revert), one that brings a change made to mend (hotfix).
 * One that did not get through made nothing good. Oldest first; each deployment
 * once, as the strongest of the three.
 */
export function findRemedies(
  deployments: DeploymentIndex,
  contents: ReadonlyMap<string, Contents>,
  rules: RemedyRules,
): Mended[] {
  const brought = new WhereBrought(deployments, contents);
  return deployments.own.flatMap(by => {
    if (by.record.state === 'finished' && !ran(by.record)) return [];
    const found = contents.get(by.record.id);
    const changes = found?.status === 'known' ? found.changes : [];
    return (
      asRollback(by) ??
      asRevert(by, changes, brought) ??
      asHotfix(by, changes, rules) ??
      []
    );
  });
}

function asRollback(by: IndexedDeployment): Mended[] | undefined {
  return by.undoes && [{ kind: 'rollback', by, undone: by.undoes }];
}

/** Undoes what earlier deployments brought; what came with the same deployment never ran. */
function asRevert(
  by: IndexedDeployment,
  changes: readonly ChangeRecord[],
  brought: WhereBrought,
): Mended[] | undefined {
  const reverts = changes
    .flatMap(change => {
      const item = change.reverts && brought.get(change.reverts, by);
      return item ? [{ change, item }] : [];
    })
    .sort((a, b) => byStart(a.item.record, b.item.record));
  if (reverts.length === 0) return undefined;
  const undone = [...new Set(reverts.map(({ item }) => item))];
  return [{ kind: 'revert', by, undone, change: reverts[0].change }];
}

/** Mends what ran before it; where that was deployed several times in a row, the one that brought it. */
function asHotfix(
  by: IndexedDeployment,
  changes: readonly ChangeRecord[],
  { hotfixTitle }: RemedyRules,
): Mended[] | undefined {
  const change = changes.find(
    ({ hotfix, title }) => hotfix ?? hotfixTitle.test(title ?? ''),
  );
  const earliest = by.record.startedAt - claimReach;
  const inReach = (item?: IndexedDeployment) =>
    item && item.record.startedAt >= earliest ? item : undefined;
  let mended = change && inReach(by.previous);
  while (mended && inReach(mended.redeployOf)) mended = mended.redeployOf;
  return mended && [{ kind: 'hotfix', by, undone: [mended], change }];
}
