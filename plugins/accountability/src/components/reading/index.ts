export * from './readComparison';
export * from './findings';
export * from './ownerAt';
