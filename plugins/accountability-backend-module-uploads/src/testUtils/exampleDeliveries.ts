import { billExamples } from './examples/billExamples';
import { historyExamples } from './examples/historyExamples';
import { provenanceExamples } from './examples/provenanceExamples';
import { sarifExamples } from './examples/sarifExamples';
import { standingExamples } from './examples/standingExamples';
import { testExamples } from './examples/testExamples';
import { UploadExample } from './UploadExample';

/** An upload of each kind, and the life of what they find. People in them are called somebody. */
export const exampleDeliveries: UploadExample[] = [
  ...sarifExamples,
  ...billExamples,
  ...testExamples,
  ...provenanceExamples,
  ...standingExamples,
  ...historyExamples,
];
