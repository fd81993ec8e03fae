import { NotificationService } from '@backstage/plugin-notifications-node';
import { dayOf } from '../database/dayOf';
import { SendWeekly, WeeklyDigest } from '../telling';
import { nameSome } from './nameSome';
import { pageOfGroup } from './pageOfGroup';

/** Tells a group its week by a notification of Backstage's, which its members get. A digest sent twice takes its own place. */
export function notifyWeekly(notifications: NotificationService): SendWeekly {
  return async digest => {
    const { owner, at } = digest;
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title: titleOf(digest),
        description: sentencesOf(digest).join(' '),
        link: pageOfGroup(owner),
        severity: 'low',
        topic: 'Accountability: your week',
        scope: `accountability:week:${owner}:${at}`,
      },
    });
  };
}

function titleOf({ due, worse, levels, better }: WeeklyDigest): string {
  const parts = [
    ...(due.length > 0 ? [`${due.length} due`] : []),
    ...(levels.length > 0
      ? [count(levels.length, 'level changed', 'levels changed')]
      : []),
    ...(worse.length > 0
      ? [count(worse.length, 'check got worse', 'checks got worse')]
      : []),
    ...(better.length > 0
      ? [count(better.length, 'check got better', 'checks got better')]
      : []),
  ];
  return `Your week: ${parts.join(', ')}`;
}

function sentencesOf({ due, levels, worse, better, worth }: WeeklyDigest) {
  const named = (changes: WeeklyDigest['worse']) =>
    nameSome(changes.map(({ service, check }) => `${service} ${check}`));
  return [
    ...(due.length > 0
      ? [`Due by next Monday: ${nameSome(due.map(dueWords))}.`]
      : []),
    ...(levels.length > 0
      ? [`Levels: ${nameSome(levels.map(levelWords))}.`]
      : []),
    ...(worse.length > 0 ? [`Worse: ${named(worse)}.`] : []),
    ...(better.length > 0 ? [`Better: ${named(better)}.`] : []),
    ...(worth === undefined ? [] : [`Most worth doing: ${worth}.`]),
  ];
}

function dueWords({
  title,
  service,
  overdue,
  dueAt,
}: WeeklyDigest['due'][number]) {
  const day = dayOf(dueAt);
  return [
    ...(service ? [`${service.title}: `] : []),
    title,
    overdue ? ` (overdue since ${day})` : ` (${day})`,
  ].join('');
}

function levelWords({ service, from, to }: WeeklyDigest['levels'][number]) {
  const name = (level: string) => (level === 'none' ? 'no level' : level);
  return `${service} from ${name(from)} to ${name(to)}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
