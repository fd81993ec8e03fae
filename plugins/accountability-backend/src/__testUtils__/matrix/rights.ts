import { accountabilityPermissions } from 'backstage-plugin-accountability-common';
import { roles } from './roles';

/** What each role may do, in the words of `startPlugin`. */
export const rights = {
  members: {
    [roles.owner.ref]: ['group:default/checkout'],
    [roles.stranger.ref]: ['group:default/search'],
  },
  hiddenFrom: { [roles.stranger.ref]: ['component:default/payments'] },
  deniedTo: {
    [roles.reader.ref]: accountabilityPermissions
      .filter(({ attributes }) => attributes.action !== 'read')
      .map(({ name }) => name),
  },
  restrictedTo: {
    [roles.ci.ref]: [
      'accountability.gate.ask',
      'accountability.delivery.create',
    ],
  },
};
