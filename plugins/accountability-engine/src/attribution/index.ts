export * from './attribute';
export * from './claimReach';
export * from './ruleVersion';
