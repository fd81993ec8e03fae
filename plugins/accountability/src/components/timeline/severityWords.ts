import { Text } from '../../text';

/** A severity as people say it: a bare number is `sev 2`, a name such as `P2` stands for itself. */
export function severityWords(severity: string, t: Text): string {
  return /^\d+$/.test(severity)
    ? t('timeline.severity', { severity })
    : severity;
}
