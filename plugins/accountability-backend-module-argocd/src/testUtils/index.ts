export * from './exampleDeliveries';
