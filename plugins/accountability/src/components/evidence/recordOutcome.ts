import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** How a record stands or ended, in the words of its kind. */
export function recordOutcome(record: ServiceRecord): string {
  switch (record.kind) {
    case 'deployment':
      return [
        record.environment ?? 'environment unknown',
        record.result ?? record.state,
      ].join(', ');
    case 'build':
      return record.result ?? record.state;
    case 'incident':
    case 'alert':
      return join([
        record.severity && `severity ${record.severity}`,
        record.state,
      ]);
    case 'change':
      return join([
        record.state,
        record.approvals === undefined
          ? 'approvals unknown'
          : `${record.approvals} approvals`,
        record.machineWritten && `${record.machineWritten} machine-written`,
      ]);
    default:
      return join([
        record.severity,
        record.state,
        record.knownExploited && 'known exploited',
      ]);
  }
}

function join(parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
