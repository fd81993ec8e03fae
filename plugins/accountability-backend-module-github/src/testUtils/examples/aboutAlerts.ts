import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { minute, sha, somebody, webhook } from './webhook';

interface Given {
  name: string;
  action: string;
  alert: object;
  ref?: string;
}

const code = ({ name, action, alert, ref = 'refs/heads/main' }: Given) =>
  webhook(name, 'code_scanning_alert', {
    action,
    alert: {
      number: 1,
      state: 'open',
      html_url: 'https://github.com/Acme/Payments/security/code-scanning/1',
      created_at: minute(0),
      updated_at: minute(0),
      fixed_at: null,
      dismissed_at: null,
      dismissed_by: null,
      dismissed_reason: null,
      rule: {
        id: 'js/sql-injection',
        description: 'Query built from what somebody sent',
        severity: 'error',
        security_severity_level: 'critical',
        tags: ['security', 'external/cwe/cwe-089'],
      },
      tool: { name: 'CodeQL' },
      ...alert,
    },
    ref,
    commit_oid: sha('a'),
  });

const inCode = [
  code({
    name: 'a flaw is fixed, told before it was found',
    action: 'fixed',
    alert: { state: 'fixed', fixed_at: minute(9), updated_at: minute(9) },
  }),
  code({ name: 'a flaw is found', action: 'created', alert: {} }),
  code({
    name: 'the flaw is there again',
    action: 'reopened',
    alert: { updated_at: minute(20) },
  }),
  code({
    name: 'somebody dismisses the flaw',
    action: 'closed_by_user',
    ref: '',
    alert: {
      state: 'dismissed',
      dismissed_at: minute(30),
      dismissed_by: somebody,
      dismissed_reason: "won't fix",
      updated_at: minute(30),
      instances: [{ ref: 'refs/heads/main' }],
    },
  }),
  code({
    name: 'a flaw is found on a branch of somebody',
    action: 'created',
    ref: 'refs/heads/somebody/faster',
    alert: { number: 2 },
  }),
];

const secret = ({ name, action, alert }: Given) =>
  webhook(name, 'secret_scanning_alert', {
    action,
    alert: {
      number: 1,
      state: 'open',
      secret: 'the-secret-itself',
      secret_type: 'acme_api_key',
      secret_type_display_name: 'Acme API Key',
      validity: 'unknown',
      resolution: null,
      resolved_at: null,
      resolved_by: null,
      html_url: 'https://github.com/Acme/Payments/security/secret-scanning/1',
      created_at: minute(0),
      updated_at: minute(0),
      ...alert,
    },
  });

const ofSecrets = [
  secret({ name: 'a secret is found', action: 'created', alert: {} }),
  secret({
    name: 'the secret is found to work',
    action: 'validated',
    alert: { validity: 'active', updated_at: minute(1) },
  }),
  secret({
    name: 'the secret is set aside',
    action: 'resolved',
    alert: {
      state: 'resolved',
      resolution: 'used_in_tests',
      resolved_at: minute(2),
      resolved_by: somebody,
      updated_at: minute(2),
    },
  }),
  secret({
    name: 'the secret is looked at again',
    action: 'reopened',
    alert: { updated_at: minute(3) },
  }),
  secret({
    name: 'the secret is revoked',
    action: 'resolved',
    alert: {
      state: 'resolved',
      resolution: 'revoked',
      validity: 'inactive',
      resolved_at: minute(4),
      resolved_by: somebody,
      updated_at: minute(4),
    },
  }),
];

const dependency = ({ name, action, alert }: Given) =>
  webhook(name, 'dependabot_alert', {
    action,
    alert: {
      number: 1,
      state: 'open',
      html_url: 'https://github.com/Acme/Payments/security/dependabot/1',
      dependency: {
        package: { ecosystem: 'maven', name: 'org.acme:payer' },
        manifest_path: 'pom.xml',
      },
      security_advisory: {
        ghsa_id: 'GHSA-aaaa-bbbb-cccc',
        cve_id: 'CVE-2026-12345',
        summary: 'Payer pays twice',
        severity: 'high',
        identifiers: [
          { type: 'GHSA', value: 'GHSA-aaaa-bbbb-cccc' },
          { type: 'CVE', value: 'CVE-2026-12345' },
        ],
        cwes: [{ cwe_id: 'CWE-799', name: 'Interaction frequency' }],
        cvss: { vector_string: 'CVSS:3.1/AV:N', score: 8.1 },
      },
      security_vulnerability: { severity: 'high' },
      created_at: minute(0),
      updated_at: minute(0),
      fixed_at: null,
      dismissed_at: null,
      dismissed_by: null,
      dismissed_reason: null,
      dismissed_comment: null,
      auto_dismissed_at: null,
      ...alert,
    },
  });

const ofDependencies = [
  dependency({ name: 'a dependency has a hole', action: 'created', alert: {} }),
  dependency({
    name: 'the hole dismisses itself',
    action: 'auto_dismissed',
    alert: {
      state: 'auto_dismissed',
      auto_dismissed_at: minute(1),
      updated_at: minute(1),
    },
  }),
  dependency({
    name: 'the hole comes back by itself',
    action: 'auto_reopened',
    alert: { updated_at: minute(2) },
  }),
  dependency({
    name: 'somebody dismisses the hole',
    action: 'dismissed',
    alert: {
      state: 'dismissed',
      dismissed_at: minute(3),
      dismissed_by: somebody,
      dismissed_reason: 'tolerable_risk',
      dismissed_comment: 'said somebody',
      updated_at: minute(3),
    },
  }),
  dependency({
    name: 'the hole is looked at again',
    action: 'reopened',
    alert: { updated_at: minute(4) },
  }),
  dependency({
    name: 'the dependency is updated',
    action: 'fixed',
    alert: { state: 'fixed', fixed_at: minute(5), updated_at: minute(5) },
  }),
];

/** Alerts of each kind with all that can become of them. */
export const aboutAlerts: ExampleDelivery[] = [
  ...inCode,
  ...ofSecrets,
  ...ofDependencies,
];
