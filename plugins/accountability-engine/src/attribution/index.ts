export * from './attribute';
export * from './AttributionProfile';
export * from './CauseOverride';
export * from './claimReach';
export * from './findRemedies';
export * from './Peer';
export * from './profiles';
export * from './ruleVersion';
