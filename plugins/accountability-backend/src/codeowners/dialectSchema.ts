import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { z } from 'zod';

/** A dialect as it is stored. */
export const dialectSchema = z.enum([
  'github',
  'gitlab',
  'bitbucket',
]) satisfies z.ZodType<CodeownersDialect>;
