import { DueItem } from 'backstage-plugin-accountability-common';
import { formatSpan, Text } from '../../../text';

const DAY = 86_400_000;

/** How late something is, or how long there is left, in whole days. */
export function whenWords(
  { dueAt, overdue }: Pick<DueItem, 'dueAt' | 'overdue'>,
  now: number,
  t: Text,
): string {
  const days = Math.trunc((now - dueAt) / DAY);
  if (days === 0) return t('due.today');
  const span = formatSpan(Math.abs(days) * DAY);
  if (days < 0) return t('due.left', { span });
  return t(overdue ? 'due.overdue' : 'due.late', { span });
}
