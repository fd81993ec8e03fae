import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { lenientList } from '../../bodies/lists';

const named = z.object({ name: lenient(z.string()) });

/** What is read of a component. Those inside it are read one by one, since they may lie as deep as a body is long. */
export const bomComponent = z.object({
  type: lenient(z.string()),
  'bom-ref': lenient(z.string()),
  name: lenient(z.string()),
  version: lenient(z.string()),
  purl: lenient(z.string()),
  components: lenient(z.array(z.unknown())),
});

/** What is read of a vulnerability. */
export const bomVulnerability = z.object({
  id: z.string().trim().min(1).max(300),
  source: lenient(z.object({ url: lenient(z.string()) })),
  references: lenientList(z.object({ id: lenient(z.string()) }), 100),
  ratings: lenient(
    z.array(
      z.object({
        score: lenient(z.number().min(0).max(10)),
        severity: lenient(z.string()),
        method: lenient(z.string()),
      }),
    ),
  ),
  cwes: lenientList(z.int().min(1), 20),
  /** When it was withdrawn by who published it. */
  rejected: lenient(z.string()),
  analysis: lenient(z.object({ state: lenient(z.string()) })),
  affects: lenientList(
    z.object({
      ref: z.string().max(2000),
      versions: lenientList(z.object({ status: lenient(z.string()) }), 1000),
    }),
    25_000,
  ),
});

/** What is read of a CycloneDX bill of materials; who made it is not. */
export const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: lenient(
    z.object({
      timestamp: lenient(z.string()),
      tools: lenient(
        z.union([
          z.array(named).max(100),
          z
            .object({
              components: lenientList(named, 100),
              services: lenientList(named, 100),
            })
            .transform(({ components = [], services = [] }) => [
              ...components,
              ...services,
            ]),
        ]),
      ),
      component: lenient(bomComponent),
    }),
  ),
  components: z.array(z.unknown()).nullish(),
  dependencies: lenientList(
    z.object({ ref: z.string(), dependsOn: lenient(z.array(z.string())) }),
    200_000,
  ),
  /** Read one by one, once it is known that they are not too many. */
  vulnerabilities: z.array(z.unknown()).nullish(),
});

/** A bill of materials. */
export type Bom = z.output<typeof bom>;
/** One component of it. */
export type BomComponent = z.output<typeof bomComponent>;
/** What it says of one vulnerability. */
export type BomVulnerability = z.output<typeof bomVulnerability>;
