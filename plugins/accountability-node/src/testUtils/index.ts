export * from './ExampleDelivery';
export * from './incoming';
export * from './sharedData';
export * from './startFakeHost';
export * from './startModule';
