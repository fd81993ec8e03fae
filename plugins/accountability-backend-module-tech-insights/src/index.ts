export { fromFactRetriever } from './fromFactRetriever';
export type { RetrieverContext, RetrieverOptions } from './fromFactRetriever';
export { importChecks } from './importing/importChecks';
export type {
  ImportedChecks,
  ImportOptions,
  ImportRemark,
} from './importing/importChecks';
export { main } from './main';
export { techInsightsFacts } from './techInsightsFacts';
