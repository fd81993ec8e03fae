import { RecordEvent } from 'backstage-plugin-accountability-common';
import {
  day,
  deployed,
  hour,
  start,
} from '../../__testUtils__/createWorkbench';
import { Sent } from './createHistory';
import { Dice } from './createDice';

/** What is imported of each subject's past: a month old, so that it leaves the windows of 30 days in the days after. */
export function importsOf(dice: Dice, subjects: readonly string[]): Sent[] {
  const ago = () => start - dice.between(22, 31) * day;
  return subjects.map(subject => ({
    at: start + hour,
    events: [
      ...[0, 1, 2].flatMap(i => past(dice, { subject, i, at: ago() })),
      // Enough of them that rates are known.
      ...Array.from({ length: 12 }, (_, i) =>
        deployed(subject, start - (2 + i) * day),
      ),
    ],
  }));
}

function past(
  dice: Dice,
  { subject, i, at }: { subject: string; i: number; at: number },
): RecordEvent[] {
  const named = (kind: string) => ({
    record: `${subject}#${kind}-old-${i}`,
    subject,
  });
  const ends = at + dice.between(1, 30) * hour;
  return [
    {
      ...named('deployment'),
      kind: 'deployment',
      at,
      state: 'finished',
      result: dice.one('success', 'success', 'failure'),
      environment: 'production',
      sha: `${subject.length}${i}aabbccdd`,
    },
    {
      ...named('incident'),
      kind: 'incident',
      at: at + hour,
      state: 'triggered',
    },
    {
      ...named('incident'),
      kind: 'incident',
      at: ends + hour,
      state: 'resolved',
    },
    {
      ...named('change'),
      kind: 'change',
      at: at - hour,
      state: 'merged',
      sha: `${subject.length}${i}aabbccdd`,
      firstCommitAt: at - 5 * hour,
      approvals: i,
    },
    {
      ...named('build'),
      kind: 'build',
      at,
      state: 'finished',
      result: dice.one('success', 'failure'),
      defaultBranch: true,
    },
    { ...named('alert'), kind: 'alert', at, state: 'firing' },
    { ...named('alert'), kind: 'alert', at: ends, state: 'resolved' },
    {
      ...named('finding'),
      kind: 'finding',
      at,
      state: 'open',
      series: 'scan',
      severity: 'high',
      knownExploited: i === 0,
    },
    {
      ...named('report'),
      kind: 'report',
      at,
      state: 'uploaded',
      format: 'sarif',
      series: 'scan',
    },
  ];
}
