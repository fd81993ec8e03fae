export * from './readComparison';
export * from './findings';
export * from './ownerAt';
export { hasCause } from './hasCause';
export { isMerged } from './isMerged';
