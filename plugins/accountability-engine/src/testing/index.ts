export * from './ago';
export * from './builders';
export * from './exempted';
export * from './many';
export * from './people';
export * from './referenceNow';
