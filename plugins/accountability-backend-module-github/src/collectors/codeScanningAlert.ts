import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { alertStand } from '../payloads/alertStand';
import { findingEvents } from '../payloads/findingEvents';
import { identifiersIn } from '../payloads/identifiersIn';
import { optionalSeverity } from '../payloads/optionalSeverity';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { optionalTime } from '../payloads/times';

const instance = z.object({ ref: z.string() }).optional().catch(undefined);

const schema = z.object({
  action: z.string(),
  ref: z.string().nullish(),
  alert: z.object({
    number: z.int().min(1),
    state: z.string().nullish(),
    html_url: optionalLink,
    created_at: optionalTime,
    updated_at: optionalTime,
    fixed_at: optionalTime,
    dismissed_at: optionalTime,
    dismissed_reason: optionalText(100),
    rule: z.object({
      id: z.string(),
      description: optionalText(500),
      severity: optionalSeverity,
      security_severity_level: optionalSeverity,
      tags: z.array(z.string()).optional().catch(undefined),
    }),
    most_recent_instance: instance,
    instances: z.array(instance).optional().catch(undefined),
  }),
  repository: repositoryPayload,
});

type Payload = z.output<typeof schema>;

/** Code scanning found something on the default branch, or it was fixed or dismissed there. */
export const codeScanningAlert = defineCollector({
  event: 'code_scanning_alert',
  schema,
  collect: (payload, context) => {
    const { action, alert, repository } = payload;
    if (isElsewhere(payload)) {
      return {
        ignored: 'It stands on a branch that is not the default one',
      };
    }
    const stand = alertStand(action, alert, context);
    if (!stand) {
      return { ignored: `GitHub's state "${alert.state}" says nothing of it` };
    }
    return {
      events: findingEvents({
        named: 'code-scanning',
        category: 'code',
        repository,
        number: alert.number,
        createdAt: alert.created_at,
        stand,
        attributes: attributesOf(alert),
      }),
    };
  },
});

/** Whether all that is told of branches is of others. A dismissal names no branch; where the alert stands does. */
function isElsewhere({ ref, alert, repository }: Payload): boolean {
  const stands = [alert.most_recent_instance, ...(alert.instances ?? [])];
  const refs = ref ? [ref] : stands.flatMap(each => each?.ref ?? []);
  return (
    refs.length > 0 &&
    repository.default_branch !== undefined &&
    !refs.includes(`refs/heads/${repository.default_branch}`)
  );
}

function attributesOf({ rule, html_url: url }: Payload['alert']) {
  return {
    title: rule.description,
    url,
    rule: rule.id.trim().slice(0, 300) || undefined,
    severity: rule.security_severity_level ?? rule.severity,
    identifiers: identifiersIn([
      rule.id,
      rule.description,
      ...(rule.tags ?? []),
    ]),
  };
}
