export { ServicePage } from './ServicePage';
export { OwnerName } from './OwnerName';
export { CoveragePart } from './CoveragePart';
