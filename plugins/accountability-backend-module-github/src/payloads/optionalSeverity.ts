import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { z } from 'zod';

type Severity = NonNullable<
  Extract<RecordEventInput, { kind: 'finding' }>['severity']
>;

const severities = new Map<string, Severity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  // Levels of SARIF, where a rule has no severity of its own.
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
]);

/** A severity, or a level of SARIF; undefined for any other word. */
export const optionalSeverity = z
  .string()
  .transform(word => severities.get(word.toLowerCase()))
  .optional()
  .catch(undefined);
