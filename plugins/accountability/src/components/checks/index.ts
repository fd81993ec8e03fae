export { ChecksTable } from './ChecksTable';
export { WrittenClause } from './WrittenClause';
