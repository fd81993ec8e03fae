import { defineCollector } from 'backstage-plugin-accountability-node';
import { alertStand } from '../payloads/alertStand';
import {
  DependabotAlert,
  dependabotAlertPayload,
} from '../payloads/dependabotAlertPayload';
import { findingEvents } from '../payloads/findingEvents';
import { identifiersIn } from '../payloads/identifiersIn';
import { purlOf } from '../payloads/purlOf';

/** A dependency has a known hole, or has it no longer. */
export const dependabotAlert = defineCollector({
  event: 'dependabot_alert',
  schema: dependabotAlertPayload,
  collect: ({ action, alert, repository }, context) => {
    const stand = alertStand(action, dismissedByRule(alert), context);
    if (!stand) {
      return { ignored: `GitHub's state "${alert.state}" says nothing of it` };
    }
    return {
      events: findingEvents({
        named: 'dependabot',
        category: 'dependency',
        repository,
        number: alert.number,
        createdAt: alert.created_at,
        stand,
        attributes: attributesOf(alert),
      }),
    };
  },
});

/** What a rule of Dependabot dismissed stands as what a person did, with that for a reason. */
function dismissedByRule(alert: DependabotAlert): DependabotAlert {
  return alert.state === 'auto_dismissed'
    ? {
        ...alert,
        state: 'dismissed',
        dismissed_at: alert.auto_dismissed_at,
        dismissed_reason: 'auto_dismissed',
      }
    : alert;
}

function attributesOf(alert: DependabotAlert) {
  const { security_advisory: advisory, dependency } = alert;
  const { cvss, cvss_severities: scores } = advisory;
  return {
    title: advisory.summary,
    url: alert.html_url,
    rule: advisory.ghsa_id,
    severity: alert.security_vulnerability?.severity ?? advisory.severity,
    identifiers: identifiersIn([
      advisory.ghsa_id,
      advisory.cve_id,
      ...(advisory.identifiers ?? []).map(({ value }) => value),
      ...(advisory.cwes ?? []).map(({ cwe_id: cwe }) => cwe),
    ]),
    package: dependency?.package && purlOf(dependency.package),
    cvss: (cvss ?? scores?.cvss_v4 ?? scores?.cvss_v3)?.score,
  };
}
