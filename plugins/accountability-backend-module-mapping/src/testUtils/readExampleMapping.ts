import fs from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';
import { z } from 'zod';

/** Examples of mappings, each a file of `examples`. */
export const exampleMappingIds = [
  'opsgenie',
  'incident-io',
  'statuspage',
  'octopus',
] as const;

/** The id of an example's source. */
export type ExampleMappingId = (typeof exampleMappingIds)[number];

const folder = resolvePackagePath(
  'backstage-plugin-accountability-backend-module-mapping',
  'examples',
);
const schema = z.object({
  accountability: z.object({ mappings: z.record(z.string(), z.unknown()) }),
});

/** Stands for every secret of an example. */
export const exampleSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** The mapping of an example as the configuration gives it, with one secret in place of its variables. */
export function readExampleMapping(id: ExampleMappingId): unknown {
  const text = fs.readFileSync(`${folder}/${id}.yaml`, 'utf8');
  const filled = text.replace(/\$\{\w+\}/g, exampleSecret);
  return schema.parse(parse(filled)).accountability.mappings[id];
}
