export { AttributionWindowButton } from './AttributionWindowButton';
export { AttributionWindowSection } from './AttributionWindowSection';
