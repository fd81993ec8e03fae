import { z } from 'zod';

const condition = z
  .strictObject({
    /** Column to look at. */
    column: z.string(),
    /** True where the column holds nothing. */
    empty: z.boolean().optional(),
    /** True where the column holds one of these. */
    in: z.array(z.string()).optional(),
    /** True where the column matches this regular expression. */
    matches: z.string().optional(),
  })
  .refine(
    ({ empty, in: list, matches }) =>
      [empty, list, matches].filter(test => test !== undefined).length === 1,
    'needs exactly one of empty, in, matches',
  );

/** A mapping file: how a row becomes record events or an owner change. */
export const mappingSchema = z.strictObject({
  /** Rows left out: those that meet any of these. */
  skip: z.array(condition).default([]),
  /** Template of each field, `generic:{app}`. */
  fields: z.record(z.string(), z.string()).default({}),
  /** By field: what a filled-in value is replaced by. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** How instants are written where they are not ISO 8601 with a zone. */
  times: z
    .strictObject({
      /** Format in the letters of Luxon, `yyyy-MM-dd HH:mm:ss`. */
      format: z.string(),
      /** IANA zone of instants that carry none. */
      zone: z.string().default('UTC'),
    })
    .optional(),
});

/** How a row becomes record events or an owner change. */
export type Mapping = z.output<typeof mappingSchema>;

/** When a row is left out. */
export type Condition = z.output<typeof condition>;
