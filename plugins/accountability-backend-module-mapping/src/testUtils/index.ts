export * from './exampleDeliveries';
export * from './readExampleMapping';
