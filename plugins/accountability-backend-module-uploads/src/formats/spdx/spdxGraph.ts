import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { listOf } from '../../bodies/lists';

/** More than any service has; each costs time to read. */
const MOST_ELEMENTS = 500_000;

const names = lenient(
  z.union([z.string().transform(name => [name]), z.array(z.string())]),
);

/** An element of the graph: of all its kinds, what is read of any. */
const element = z.object({
  type: lenient(z.string()),
  '@type': lenient(z.string()),
  '@id': lenient(z.string()),
  spdxId: lenient(z.string()),
  name: lenient(z.string()),
  specVersion: lenient(z.string()),
  created: lenient(z.string()),
  createdUsing: names,
  rootElement: names,
  from: lenient(z.string()),
  to: names,
  relationshipType: lenient(z.string()),
  software_packageUrl: lenient(z.string()),
  software_packageVersion: lenient(z.string()),
  software_primaryPurpose: lenient(z.string()),
});

/** What is read of SPDX 3 in JSON. */
export const spdxGraph = z.object({
  '@graph': listOf(element, MOST_ELEMENTS),
});

/** One element of the graph of SPDX 3. */
export type SpdxElement = z.output<typeof element>;
