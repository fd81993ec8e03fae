/** In the place of what somebody wrote of a change that the caller may not see. */
export const hiddenReason =
  'The reason speaks of a service that you may not see.';
