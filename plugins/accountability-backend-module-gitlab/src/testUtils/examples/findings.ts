import { iso, project, webhook } from './webhook';

const finding = (name: string, body: object) =>
  webhook(name, 'Vulnerability Hook', {
    object_kind: 'vulnerability',
    object_attributes: {
      url: `${project.web_url}/-/security/vulnerabilities/1`,
      title: 'REXML DoS vulnerability',
      state: 'detected',
      project_id: 7,
      severity: 'high',
      report_type: 'dependency_scanning',
      identifiers: [
        { name: 'Gemnasium-29dce398', external_type: 'gemnasium' },
        { name: 'CVE-2024-41123', external_type: 'cve' },
        { name: 'CWE-400', external_type: 'cwe' },
      ],
      issues: [{ title: 'Asked of somebody' }],
      confirmed_at: null,
      confirmed_by_id: 51,
      dismissed_at: null,
      dismissed_by_id: 51,
      resolved_at: null,
      created_at: iso(0),
      updated_at: iso(0),
      ...body,
    },
  });

/** One that is dismissed, found again and fixed. */
export const findings = [
  finding('a vulnerability is found', {}),
  finding('the vulnerability is dismissed', {
    state: 'dismissed',
    dismissed_at: iso(10),
    updated_at: iso(10),
  }),
  finding('the vulnerability is fixed, told before it is confirmed', {
    state: 'resolved',
    resolved_at: iso(30),
    updated_at: iso(31),
  }),
  finding('the vulnerability is confirmed', {
    state: 'confirmed',
    updated_at: iso(20),
  }),
  finding('a leaked key of unknown severity is found', {
    url: `${project.web_url}/-/security/vulnerabilities/2`,
    report_type: 'secret_detection',
    severity: 'unknown',
    identifiers: [],
  }),
];
