import { z } from 'zod';

const object = z.record(z.string(), z.unknown());

/** An object of the configuration, its values still to be read; undefined for anything else. */
export function objectOf(given: unknown): Record<string, unknown> | undefined {
  return object.safeParse(given).data;
}
