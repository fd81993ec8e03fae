import {
  ChangeRecord,
  RemedyKind,
} from 'backstage-plugin-accountability-common';
import { Contents } from '../delivery';
import { DeploymentIndex } from './DeploymentIndex';
import { IndexedDeployment } from './IndexedDeployment';

/** A deployment that made something good, and what it made good. */
export interface Mended {
  kind: RemedyKind;
  by: IndexedDeployment;
  /** Deployments that it undid, oldest first; the failed one is the first of them. */
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
 * Oldest first; each deployment once, as the strongest of the three.
 */
export function findRemedies(
  deployments: DeploymentIndex,
  contents: ReadonlyMap<string, Contents>,
  rules: RemedyRules,
): Mended[] {
  const broughtIn = placeChanges(deployments, contents);
  return deployments.own.flatMap(by => {
    if (by.redeployOf) return [];
    if (by.undoes?.length) {
      return [{ kind: 'rollback' as const, by, undone: by.undoes }];
    }
    const found = contents.get(by.record.id);
    const changes = found?.status === 'known' ? found.changes : [];
    return (
      asRevert(by, changes, { broughtIn, deployments }) ??
      asHotfix(by, changes, rules) ??
      []
    );
  });
}

/** Undoes what an earlier deployment brought; what came with the same deployment never ran. */
function asRevert(
  by: IndexedDeployment,
  changes: readonly ChangeRecord[],
  known: {
    broughtIn: ReadonlyMap<string, IndexedDeployment>;
    deployments: DeploymentIndex;
  },
): Mended[] | undefined {
  for (const change of changes) {
    if (!change.reverts) continue;
    const brought =
      known.broughtIn.get(change.reverts) ??
      known.deployments.named('sha', change.reverts).at(0);
    if (!brought || brought === by) continue;
    if (brought.record.startedAt > by.record.startedAt) continue;
    return [{ kind: 'revert', by, undone: [brought], change }];
  }
  return undefined;
}

function asHotfix(
  by: IndexedDeployment,
  changes: readonly ChangeRecord[],
  { hotfixTitle }: RemedyRules,
): Mended[] | undefined {
  const change = changes.find(
    ({ hotfix, title }) => hotfix ?? hotfixTitle.test(title ?? ''),
  );
  if (!change || !by.previous) return undefined;
  return [{ kind: 'hotfix', by, undone: [by.previous], change }];
}

/** The deployment that brought each change first, by the change's record id and its commit. */
function placeChanges(
  deployments: DeploymentIndex,
  contents: ReadonlyMap<string, Contents>,
): Map<string, IndexedDeployment> {
  const places = new Map<string, IndexedDeployment>();
  for (const item of deployments.own) {
    const found = contents.get(item.record.id);
    if (found?.status !== 'known') continue;
    for (const { id, sha } of found.changes) {
      places.set(id, item);
      if (sha) places.set(sha.toLowerCase(), item);
    }
  }
  return places;
}
