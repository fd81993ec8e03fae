import { defineCollector } from 'backstage-plugin-accountability-node';
import {
  DependabotAlert,
  dependabotAlertPayload,
} from '../payloads/dependabotAlertPayload';
import { findingEvents } from '../payloads/findingEvents';
import { identifiersIn } from '../payloads/identifiersIn';
import { openAt } from '../payloads/openAt';
import { purlOf } from '../payloads/purlOf';

/** A dependency has a known hole, or has it no longer. */
export const dependabotAlert = defineCollector({
  event: 'dependabot_alert',
  schema: dependabotAlertPayload,
  collect: ({ action, alert, repository }, context) => {
    const received = new Date(context.receivedAt).toISOString();
    const stand = standOf(alert, {
      open: openAt(action, alert, context),
      closed: alert.updated_at ?? received,
    });
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

function standOf(alert: DependabotAlert, at: { open: string; closed: string }) {
  switch (alert.state) {
    case 'open':
      return { state: 'open' as const, at: at.open };
    case 'fixed':
      return { state: 'fixed' as const, at: alert.fixed_at ?? at.closed };
    case 'dismissed':
      return {
        state: 'dismissed' as const,
        at: alert.dismissed_at ?? at.closed,
        dismissedAs: alert.dismissed_reason,
      };
    case 'auto_dismissed':
      return {
        state: 'dismissed' as const,
        at: alert.auto_dismissed_at ?? at.closed,
        dismissedAs: 'auto_dismissed',
      };
    default:
      return undefined;
  }
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
