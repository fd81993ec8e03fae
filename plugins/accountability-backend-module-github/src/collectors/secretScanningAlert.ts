import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { findingEvents } from '../payloads/findingEvents';
import { openAt } from '../payloads/openAt';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { optionalTime } from '../payloads/times';

/** What is read of a leaked secret; the secret itself is not. */
const schema = z.object({
  action: z.string(),
  alert: z.object({
    number: z.int().min(1),
    state: z.string().nullish(),
    secret_type: optionalText(300),
    secret_type_display_name: optionalText(500),
    validity: z.string().nullish(),
    resolution: optionalText(100),
    html_url: optionalLink,
    created_at: optionalTime,
    updated_at: optionalTime,
    resolved_at: optionalTime,
  }),
  repository: repositoryPayload,
});

type Alert = z.output<typeof schema>['alert'];

/** A secret was found in a repository, or dealt with. */
export const secretScanningAlert = defineCollector({
  event: 'secret_scanning_alert',
  schema,
  collect: ({ action, alert, repository }, context) => {
    const received = new Date(context.receivedAt).toISOString();
    return {
      events: findingEvents({
        named: 'secret-scanning',
        category: 'secret',
        repository,
        number: alert.number,
        createdAt: alert.created_at,
        stand: isResolved(alert)
          ? {
              ...resolutionOf(alert),
              at: alert.resolved_at ?? alert.updated_at ?? received,
            }
          : { state: 'open', at: openAt(action, alert, context) },
        attributes: {
          title: alert.secret_type_display_name ?? alert.secret_type,
          url: alert.html_url,
          rule: alert.secret_type,
          live: liveOf(alert),
        },
      }),
    };
  },
});

/** Older servers send no state. */
function isResolved({ state, resolution, resolved_at: at }: Alert): boolean {
  return state ? state === 'resolved' : Boolean(resolution ?? at);
}

/** Only a secret that was revoked is dealt with; anything else sets it aside. */
function resolutionOf({ resolution }: Alert) {
  return resolution === 'revoked'
    ? { state: 'fixed' as const }
    : { state: 'dismissed' as const, dismissedAs: resolution };
}

function liveOf({ validity }: Alert): boolean | undefined {
  if (validity === 'active') return true;
  return validity === 'inactive' ? false : undefined;
}
