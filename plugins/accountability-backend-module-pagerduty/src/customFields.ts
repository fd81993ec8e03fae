import { CauseClaim } from 'backstage-plugin-accountability-common';
import {
  Collector,
  defineCollector,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { recordId } from './payloads/recordId';

const field = z.object({
  name: z.string(),
  value: z.unknown(),
});

const payload = z.object({
  event: z.object({
    occurred_at: z.string(),
    data: z.object({
      incident: z.object({ id: z.string().trim().min(1) }),
      custom_fields: z.array(field),
      changed_custom_fields: z.array(field).nullish(),
    }),
  }),
});

/** Keeps an incident whose service no event has named yet. */
const NOBODYS = 'pagerduty:custom-fields';

/**
 * Reads the cause out of a custom field of incidents. What is in it was put
 * there by a tool or by somebody filling in a form, so it is a link and no
 * decision. An emptied field takes the claim back.
 */
export function customFields(causeField: string): Collector {
  return defineCollector({
    event: 'incident.custom_field_values.updated',
    schema: payload,
    collect: ({ event }) => {
      const {
        incident,
        custom_fields: all,
        changed_custom_fields,
      } = event.data;
      const named = ({ name }: { name: string }) => name === causeField;
      const value = textOf(all.find(named)?.value);
      if (value === undefined && !changed_custom_fields?.some(named)) {
        return { ignored: `The custom field ${causeField} has no value` };
      }
      return {
        events: [
          {
            kind: 'incident',
            record: recordId(incident.id),
            subject: NOBODYS,
            standIn: true,
            at: event.occurred_at,
            state: 'updated',
            cause: { by: 'machine', ...(value && claimOf(value)) },
          },
        ],
      };
    },
  });
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A commit, by itself or at the end of a link to it; the id of a record; else a version. */
function claimOf(value: string): Omit<CauseClaim, 'by'> {
  const [sha] = /(?<![\da-z])[\da-f]{7,64}$/i.exec(value) ?? [];
  if (sha && (sha === value || value.includes('/'))) return { sha };
  if (/^[\w-]+:deployment:/.test(value)) return { record: value.slice(0, 300) };
  return { version: value.slice(0, 200) };
}
