import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalText } from './optionalText';
import { optionalWord } from './optionalWord';
import { projectPayload } from './projectPayload';
import { optionalTime } from './times';

const id = z.int().optional().catch(undefined);

/** What is read of an event about an issue or another work item, most of which are no incidents. */
export const incidentPayload = z.object({
  object_attributes: z.object({
    id,
    type: optionalWord,
    action: optionalWord,
    title: optionalText(500),
    url: optionalLink,
    confidential: z.boolean().optional().catch(undefined),
    severity: optionalWord,
    escalation_status: optionalWord,
    created_at: optionalTime,
    updated_at: optionalTime,
    closed_at: optionalTime,
    duplicated_to_id: id,
    moved_to_id: id,
  }),
  changes: z
    .object({
      escalation_status: z
        .object({ current: optionalWord })
        .nullish()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
  project: projectPayload.nullish().catch(undefined),
});

/** An event about an issue or another work item. */
export type IncidentPayload = z.output<typeof incidentPayload>;
