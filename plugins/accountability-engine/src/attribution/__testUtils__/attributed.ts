import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { contentsOf } from '../../delivery';
import { defaultSettings } from '../../defaultSettings';
import { referenceNow } from '../../testing';
import { ownerAtOf } from '../../time';
import { attribute, Attributed, AttributeInput } from '../attribute';
import { profiles } from '../profiles';

/** What an example gives, with the changes of which the contents of its deployments are worked out. */
export type LadderInput = Partial<AttributeInput> & {
  changes?: readonly ChangeRecord[];
};

/** Walks the ladder over what is given, and as usual over what is not. */
export function attributed(given: LadderInput): Attributed {
  const { deployments = [], changes = [], ...rest } = given;
  return attribute({
    now: referenceNow,
    incidents: [],
    deployments,
    contents: contentsOf(
      deployments.filter(one => one.environment === 'production'),
      changes,
    ),
    peers: [],
    overrides: [],
    bursts: [],
    profile: profiles.default,
    remedyRules: defaultSettings,
    ownerAt: ownerAtOf([]),
    ...rest,
  });
}
