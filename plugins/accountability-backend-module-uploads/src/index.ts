export { accountabilityModuleUploads as default } from './module';
export { createUploadSource } from './createUploadSource';
export { createUploadSources } from './createUploadSources';
export type {
  Reading,
  Upload,
  UploadedFinding,
  UploadedReport,
  UploadFormat,
} from './UploadFormat';
