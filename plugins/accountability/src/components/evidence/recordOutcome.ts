import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { Text } from '../../text';

/** How a record stands or ended, in the words of its kind. */
export function recordOutcome(record: ServiceRecord, t: Text): string {
  switch (record.kind) {
    case 'deployment':
      return join([
        record.environment ?? t('outcome.environmentUnknown'),
        record.result ?? record.state,
      ]);
    case 'build':
      return record.result ?? record.state;
    case 'incident':
    case 'alert': {
      const { severity } = record;
      return join([
        severity && t('outcome.severity', { severity }),
        record.state,
      ]);
    }
    case 'change':
      return join([
        record.state,
        record.approvals === undefined
          ? t('outcome.approvalsUnknown')
          : t('outcome.approvals', { count: record.approvals }),
        record.machineWritten &&
          t('outcome.machineWritten', { how: record.machineWritten }),
      ]);
    case 'report':
      return record.format;
    default:
      return join([
        record.severity,
        record.state,
        record.knownExploited && t('outcome.knownExploited'),
      ]);
  }
}

function join(parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
