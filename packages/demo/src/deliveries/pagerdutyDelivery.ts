import { EventOf } from '../history/DemoEvent';
import { isUrgent } from '../history/rotas';
import { DemoDelivery } from './DemoDelivery';
import { deliveryId } from './deliveryId';

/** The v3 webhook that PagerDuty sends for an event of an incident. */
export function pagerdutyDelivery(event: EventOf<'incident'>): DemoDelivery {
  const webhookId = deliveryId(event);
  const body = {
    event: {
      id: webhookId.replaceAll('-', '').slice(0, 26).toUpperCase(),
      event_type: `incident.${event.state}`,
      resource_type: 'incident',
      occurred_at: event.at,
      agent: agentOf(event),
      client: null,
      data: dataOf(event),
    },
  };
  return {
    source: 'pagerduty',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'PagerDuty-Webhook/V3.0',
      'x-webhook-id': webhookId,
    },
    body: JSON.stringify(body),
    events: 1,
  };
}

/** The incident as it is then. */
function dataOf(event: EventOf<'incident'>) {
  const id = lastPart(event.record);
  const service = lastPart(event.subject);
  const site = 'https://halden.pagerduty.com';
  return {
    id,
    type: 'incident',
    self: `https://api.pagerduty.com/incidents/${id}`,
    html_url: `${site}/incidents/${id}`,
    status: event.state === 'reopened' ? 'triggered' : event.state,
    title: event.title,
    service: {
      html_url: `${site}/services/${service}`,
      id: service,
      self: `https://api.pagerduty.com/services/${service}`,
      summary: event.title?.split(':')[0],
      type: 'service_reference',
    },
    teams: [],
    priority: event.severity && {
      summary: event.severity,
      type: 'priority_reference',
    },
    urgency: isUrgent(event.severity) ? 'high' : 'low',
    escalation_policy: event.response?.team && {
      id: lastPart(event.response.team),
      type: 'escalation_policy_reference',
    },
    conference_bridge: null,
    resolve_reason: event.mergedInto
      ? {
          type: 'merge_resolve_reason',
          incident: {
            id: lastPart(event.mergedInto),
            type: 'incident_reference',
          },
        }
      : null,
    ...(event.openedAt && { created_at: event.openedAt }),
  };
}

/** Nobody is named; PagerDuty would name them. */
function agentOf({ state, detectedBy }: EventOf<'incident'>) {
  const isPerson = detectedBy === 'person' || state === 'acknowledged';
  return { type: isPerson ? 'user_reference' : 'integration_reference' };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
