export { RecordPageLink } from './RecordPageLink';
export { useRecordPage } from './useRecordPage';
export { SourceLink } from './SourceLink';
export { sourceName } from './sourceName';
