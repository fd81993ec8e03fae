export * from './DeliverySource';
export * from './defineCollector';
export * from './extensionPoints';
export * from './collectWith';
export * from './createWebhookSource';
export * from './describeIssues';
export * from './readSecrets';
export * from './verifyHmac';
