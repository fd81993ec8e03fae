export * from './createPollerModule';
export * from './epochOf';
export * from './Poller';
export * from './pollersExtensionPoint';
export * from './readEach';
export * from './readPolling';
export * from './walkNewest';
