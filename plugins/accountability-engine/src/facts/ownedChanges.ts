import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { FactContext, Measurement } from './defineFact';
import { tooFew } from './fewPeople';
import { minimumShareSample } from './measureShare';
import { counted } from './wording';

/** A change, and the group that owned the service when it was merged. */
export interface OwnedChange {
  change: ChangeRecord;
  then: { group: string; at: number };
}

/** Changes with their owners then, and what was left out. */
export interface OwnedChanges {
  owned: OwnedChange[];
  /** Ids of changes that were merged while a group of too few people owned the service. */
  ofFew: string[];
  /** What was left out, each as a sentence without a full stop. */
  besides: string[];
}

/**
 * Puts changes to the group that owned the service when they were merged. Those
 * of a time when nobody did, or a person, or a group of too few, are left out.
 */
export function ownedChanges(
  changes: readonly ChangeRecord[],
  { ownerAt, people }: Pick<FactContext, 'ownerAt' | 'people'>,
): OwnedChanges {
  const owned: OwnedChange[] = [];
  const ofFew: string[] = [];
  let ofNoGroup = 0;
  for (const change of changes) {
    const at = change.endedAt ?? change.startedAt;
    const owner = ownerAt(at);
    const isGroup =
      owner.status === 'known' &&
      owner.resolves &&
      owner.owner.startsWith('group:');
    if (!isGroup) ofNoGroup++;
    else if ((people.sizes.get(owner.owner) ?? 0) < people.least) {
      ofFew.push(change.id);
    } else owned.push({ change, then: { group: owner.owner, at } });
  }
  const besides = [
    ...(ofNoGroup > 0
      ? [
          `${counted(
            ofNoGroup,
            'more was',
            'more were',
          )} merged while no group owned it`,
        ]
      : []),
    ...(ofFew.length > 0
      ? [
          `${counted(
            ofFew.length,
            'more was',
            'more were',
          )} merged under a group of fewer than ${people.least}`,
        ]
      : []),
  ];
  return { owned, ofFew, besides };
}

/** Why nothing can be said of what groups did: nobody is known, or the groups are too small. */
export function whyNoGroups(
  { owned, ofFew }: OwnedChanges,
  { inWindow, people }: FactContext,
): Measurement | undefined {
  if (people.memberships.size === 0) {
    return {
      status: 'unknown',
      reason: 'never-collected',
      sampleSize: inWindow.change.length,
      evidence: inWindow.change.map(({ id }) => id),
      because:
        'Nobody of the catalog is known to contribute; let users of the catalog name their accounts by annotation, such as github.com/user-login',
    };
  }
  if (ofFew.length === 0 || owned.length >= minimumShareSample)
    return undefined;
  return tooFew(
    inWindow.change,
    `The group that owned it has fewer than ${people.least} people in the catalog, and of so few it is not told what they did`,
  );
}
