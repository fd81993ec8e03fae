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

/** Read policy: its documents, their faults, and what is in force. */
export const policyReadPermission = createPermission({
  name: 'accountability.policy.read',
  attributes: { action: 'read' },
});

/** Run a candidate policy over all services and their past. */
export const backtestCreatePermission = createPermission({
  name: 'accountability.backtest.create',
  attributes: { action: 'create' },
});

/** Ask for an exemption, and revoke one that one has asked for. */
export const exemptionCreatePermission = createPermission({
  name: 'accountability.exemption.create',
  attributes: { action: 'create' },
});

/** Approve, deny or revoke an exemption of somebody else. */
export const exemptionDecidePermission = createPermission({
  name: 'accountability.exemption.decide',
  attributes: { action: 'update' },
});

/** Write, start and end campaigns. */
export const campaignManagePermission = createPermission({
  name: 'accountability.campaign.manage',
  attributes: { action: 'update' },
});

/** Ask a gate for a decision. */
export const gateAskPermission = createPermission({
  name: 'accountability.gate.ask',
  attributes: { action: 'create' },
});

/** Go past a gate once, as a member of a group that the gate names for it; and review who did. */
export const gateBreakGlassPermission = createPermission({
  name: 'accountability.gate.break-glass',
  attributes: { action: 'update' },
});

/** Read decisions of gates, of services that the caller may read in the catalog. */
export const decisionReadPermission = createPermission({
  name: 'accountability.decision.read',
  attributes: { action: 'read' },
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
  policyReadPermission,
  backtestCreatePermission,
  exemptionCreatePermission,
  exemptionDecidePermission,
  campaignManagePermission,
  gateAskPermission,
  gateBreakGlassPermission,
  decisionReadPermission,
];
