import { createPermission } from '@backstage/plugin-permission-common';

/** Send deliveries: webhooks by signature need none, imports and uploads do. */
export const deliveryCreatePermission = createPermission({
  name: 'accountability.delivery.create',
  attributes: { action: 'create' },
});

/** Read scorecards, timelines and evidence of services that the caller may read in the catalog. */
export const scorecardReadPermission = createPermission({
  name: 'accountability.scorecard.read',
  attributes: { action: 'read' },
});

/** Read records that belong to no service. */
export const unownedReadPermission = createPermission({
  name: 'accountability.unowned.read',
  attributes: { action: 'read' },
});

/** Read the health of sources. */
export const sourceReadPermission = createPermission({
  name: 'accountability.source.read',
  attributes: { action: 'read' },
});

/** Read stored deliveries again, which may change the records they told of. */
export const deliveryReplayPermission = createPermission({
  name: 'accountability.delivery.replay',
  attributes: { action: 'update' },
});

/** Decide the cause of an incident, or withdraw such a decision. */
export const causeDecidePermission = createPermission({
  name: 'accountability.cause.decide',
  attributes: { action: 'update' },
});

/** Say whether a service is one's own, for the group that owns it. */
export const attestationDecidePermission = createPermission({
  name: 'accountability.attestation.decide',
  attributes: { action: 'update' },
});

/** All permissions of the plugin, as registered by its backend. */
export const accountabilityPermissions = [
  deliveryCreatePermission,
  scorecardReadPermission,
  unownedReadPermission,
  sourceReadPermission,
  deliveryReplayPermission,
  causeDecidePermission,
  attestationDecidePermission,
];
