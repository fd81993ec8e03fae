export { RecordPageLink } from './RecordPageLink';
export { useRecordPage } from './useRecordPage';
export { isWebAddress } from './isWebAddress';
export { StartLink } from './StartLink';
export { SourceLink } from './SourceLink';
export { sourceName } from './sourceName';
