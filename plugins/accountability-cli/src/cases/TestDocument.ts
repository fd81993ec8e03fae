import { DocumentReader } from 'backstage-plugin-accountability-engine';
import { z } from 'zod';
import { caseShape, testShape } from './testShape';

/** One case as written. */
export type WrittenCase = z.infer<typeof caseShape>;

/** A document of kind `PolicyTest` as written, and where its parts stand. */
export interface TestDocument {
  reader: DocumentReader;
  test: z.infer<typeof testShape>;
}
