export * from './DeliverySource';
export * from './defineCollector';
export * from './extensionPoints';
