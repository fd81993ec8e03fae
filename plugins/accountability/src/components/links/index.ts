export { RecordPageLink } from './RecordPageLink';
export { useRecordPage } from './useRecordPage';
export { isWebAddress } from './isWebAddress';
export { SourceLink } from './SourceLink';
export { sourceName } from './sourceName';
