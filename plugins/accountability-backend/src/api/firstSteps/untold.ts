import { BasicPermission } from '@backstage/plugin-permission-common';
import { FirstStep, FirstStepId } from 'backstage-plugin-accountability-common';

/** A step that the caller may not be told of. */
export function untold(
  step: FirstStepId,
  permission: BasicPermission,
): FirstStep {
  return {
    ...{ step, state: 'unknown' },
    because: `You need the permission ${permission.name} to see it`,
  };
}
