import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { lenientList, listOf } from '../../bodies/lists';

/** More than any service has; each costs time to read. */
const MOST_PACKAGES = 200_000;
const MOST_RELATIONSHIPS = 500_000;

/** What is read of SPDX 2 in JSON. Of who created it, only tools are read. */
export const spdxDocument = z.object({
  spdxVersion: z.string(),
  creationInfo: lenient(
    z.object({
      created: lenient(z.string()),
      creators: lenientList(z.string(), 100),
    }),
  ),
  packages: listOf(
    z.object({
      SPDXID: z.string(),
      name: lenient(z.string()),
      versionInfo: lenient(z.string()),
      primaryPackagePurpose: lenient(z.string()),
      externalRefs: lenientList(
        z.object({
          referenceType: lenient(z.string()),
          referenceLocator: lenient(z.string()),
        }),
        100,
      ),
    }),
    MOST_PACKAGES,
  ).nullish(),
  documentDescribes: lenientList(z.string(), MOST_PACKAGES),
  relationships: lenientList(
    z.object({
      spdxElementId: z.string(),
      relatedSpdxElement: z.string(),
      relationshipType: z.string(),
    }),
    MOST_RELATIONSHIPS,
  ),
});

/** An SPDX 2 document. */
export type SpdxDocument = z.output<typeof spdxDocument>;
