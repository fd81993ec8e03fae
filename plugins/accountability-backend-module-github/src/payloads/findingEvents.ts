import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { slugOf } from './slugOf';

type Finding = Extract<RecordEventInput, { kind: 'finding' }>;

/** An alert of GitHub's: what it is of, and where it stands since when. */
interface Alert {
  /** How its record is named: `code-scanning`. */
  named: 'code-scanning' | 'secret-scanning' | 'dependabot';
  category: NonNullable<Finding['category']>;
  repository: { full_name: string };
  number: number;
  createdAt: string | undefined;
  stand: Pick<Finding, 'state' | 'at' | 'dismissedAs'>;
  attributes: Pick<
    Finding,
    | 'title'
    | 'url'
    | 'severity'
    | 'rule'
    | 'identifiers'
    | 'package'
    | 'cvss'
    | 'live'
  >;
}

/** It was open since GitHub found it, and stands where the payload says. */
export function findingEvents(alert: Alert): RecordEventInput[] {
  const slug = slugOf(alert.repository);
  const base = {
    kind: 'finding' as const,
    record: `github:${alert.named}:${slug}:${alert.number}`,
    subject: `github:${slug}`,
    category: alert.category,
  };
  return [
    ...(alert.createdAt
      ? [{ ...base, state: 'open' as const, at: alert.createdAt }]
      : []),
    { ...base, ...alert.attributes, ...alert.stand },
  ];
}
