import { contentsOf } from '../../delivery';
import { defaultSettings } from '../../defaultSettings';
import { referenceNow } from '../../testing';
import { ownerAtOf } from '../../time';
import { attribute, Attributed, AttributeInput } from '../attribute';
import { profiles } from '../profiles';

/** Walks the ladder over what is given, and as usual over what is not. */
export function attributed(given: Partial<AttributeInput>): Attributed {
  const { deployments = [], changes = [] } = given;
  return attribute({
    now: referenceNow,
    incidents: [],
    deployments,
    changes,
    contents: contentsOf(
      deployments.filter(one => one.environment === 'production'),
      changes,
    ),
    peers: [],
    overrides: [],
    profile: profiles.default,
    remedyRules: defaultSettings,
    ownerAt: ownerAtOf([]),
    ...given,
  });
}
