import {
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSeverity } from './optionalSeverity';
import { repositoryPayload } from './repositoryPayload';
import { optionalTime } from './times';

const score = z
  .object({
    vector_string: z.string().min(1),
    score: z.number().gt(0).max(10),
  })
  .optional()
  .catch(undefined);

const named = z
  .object({ ecosystem: z.string(), name: z.string() })
  .optional()
  .catch(undefined);

/** What is read of an alert of Dependabot. */
export const dependabotAlertPayload = z.object({
  action: z.string(),
  alert: z.object({
    number: z.int().min(1),
    state: z.string(),
    html_url: optionalLink,
    dependency: z.object({ package: named }).optional().catch(undefined),
    security_advisory: z.object({
      ghsa_id: optionalText(100),
      cve_id: optionalText(100),
      summary: optionalText(500),
      severity: optionalSeverity,
      identifiers: z
        .array(z.object({ value: z.string() }))
        .optional()
        .catch(undefined),
      cwes: z
        .array(z.object({ cwe_id: z.string() }))
        .optional()
        .catch(undefined),
      /** Without a vector it is 0, which is no score. */
      cvss: score,
      cvss_severities: z
        .object({ cvss_v3: score, cvss_v4: score })
        .optional()
        .catch(undefined),
    }),
    security_vulnerability: z
      .object({ severity: optionalSeverity })
      .optional()
      .catch(undefined),
    created_at: optionalTime,
    updated_at: optionalTime,
    fixed_at: optionalTime,
    dismissed_at: optionalTime,
    auto_dismissed_at: optionalTime,
    dismissed_reason: optionalText(100),
  }),
  repository: repositoryPayload,
});

/** An alert of Dependabot. */
export type DependabotAlert = z.output<typeof dependabotAlertPayload>['alert'];
