import { RecordEvent } from 'backstage-plugin-accountability-common';
import { hour } from '../../__testUtils__/createWorkbench';
import { Sent } from './createHistory';
import { Dice } from './createDice';
import { Incident, incidentsAfter } from './incidentsAfter';

const minute = 60_000;

/** A deployment that incidents may be charged to. */
export interface Deployed {
  record: string;
  subject: string;
  at: number;
  sha: string;
}

/** A stretch of time and what things happen to in it. */
export interface Stage {
  subjects: readonly string[];
  from: number;
  to: number;
}

/** Deployments with the changes that they bring, builds, alerts, and incidents with what mended them. */
export function happenings(
  dice: Dice,
  stage: Stage,
): { deployments: Deployed[]; incidents: Incident[]; sent: Sent[] } {
  const deployments: Deployed[] = [];
  const events: RecordEvent[] = [];
  for (const subject of stage.subjects) {
    const rollouts = Array.from({ length: dice.between(2, 4) }, () =>
      dice.between(stage.from, stage.to),
    ).sort((a, b) => a - b);
    for (const at of rollouts) {
      const known = deployments.filter(one => one.subject === subject);
      // Going back to what ran before, now and then.
      const back = known.length > 1 && dice.chance(0.3) ? known[0] : undefined;
      const sha = back?.sha ?? hex(dice);
      const one = { record: `${subject}#deployment-${at}`, subject, at, sha };
      deployments.push(one);
      events.push(...rollout(dice, one));
      if (!back && dice.chance(0.7)) events.push(...change(dice, one));
      if (dice.chance(0.5)) events.push(...build(dice, one));
    }
    events.push(
      ...alert(dice, { subject, at: dice.between(stage.from, stage.to) }),
    );
  }
  const broken = incidentsAfter(dice, { ...stage, deployments });
  return {
    deployments,
    incidents: broken.incidents,
    sent: inPieces(dice, [...events, ...broken.events])
      .filter(({ at }) => at < stage.to + hour)
      // Changes may be older than the source is connected.
      .map(one => ({ ...one, at: Math.max(one.at, stage.from) })),
  };
}

function hex(dice: Dice): string {
  return Array.from({ length: 10 }, () =>
    dice.between(0, 15).toString(16),
  ).join('');
}

function rollout(dice: Dice, { at, ...one }: Deployed): RecordEvent[] {
  const kind = 'deployment';
  const environment = dice.one(
    'production',
    'production',
    'production',
    'production',
    'staging',
    undefined,
  );
  const named = { kind, ...one, ...(environment && { environment }) } as const;
  const end = at + dice.between(1, 90) * minute;
  return [
    ...(dice.chance(0.3)
      ? [{ ...named, at: at - 9 * minute, state: 'pending' } as const]
      : []),
    ...(dice.chance(0.7)
      ? [{ ...named, at, state: 'executing' } as const]
      : []),
    {
      ...named,
      at: end,
      state: 'finished',
      result: dice.one(
        'success',
        'success',
        'success',
        'failure',
        'cancellation',
      ),
    },
    // Somebody runs it again, a day or two later.
    ...(dice.chance(0.15)
      ? [
          {
            ...named,
            at: end + dice.between(1, 48) * hour,
            state: 'finished',
            result: dice.one('success', 'failure'),
          } as const,
        ]
      : []),
  ];
}

function change(dice: Dice, { subject, at, sha }: Deployed): RecordEvent[] {
  const named = {
    kind: 'change',
    record: `${subject}#change-${at}`,
    subject,
    sha,
  } as const;
  const merged = at - dice.between(1, 300) * minute;
  return [
    {
      ...named,
      at: merged - dice.between(1, 40) * hour,
      state: 'opened',
      firstCommitAt: merged - 50 * hour,
    },
    {
      ...named,
      at: merged,
      state: 'merged',
      approvals: dice.between(0, 1),
      author: dice.one('c_ada', 'c_ben', 'c_cyd'),
      authorKind: dice.one('person', 'person', 'bot'),
      paths: dice.one(['src/api/x.ts', 'src/web/y.ts'], ['README.md']),
      reviews: dice.chance(0.5)
        ? [{ by: dice.one('c_ada', 'c_dov'), verdict: 'approve', at: merged }]
        : [],
      ...(dice.chance(0.3) && { title: 'Hotfix of the incident' }),
      ...(dice.chance(0.2) && { machineWritten: 'declared' as const }),
    },
  ];
}

function build(dice: Dice, { subject, at, sha }: Deployed): RecordEvent[] {
  const named = {
    kind: 'build',
    record: `${subject}#build-${at}`,
    subject,
    sha,
    defaultBranch: true,
  } as const;
  const begun = at - dice.between(5, 60) * minute;
  return [
    { ...named, at: begun - 3 * minute, state: 'pending' },
    { ...named, at: begun, state: 'executing' },
    {
      ...named,
      at: begun + dice.between(1, 30) * minute,
      state: 'finished',
      result: dice.one('success', 'failure'),
    },
  ];
}

function alert(
  dice: Dice,
  { subject, at }: { subject: string; at: number },
): RecordEvent[] {
  const named = {
    kind: 'alert',
    record: `${subject}#alert-${at}`,
    subject,
  } as const;
  return [
    { ...named, at, state: 'firing', notifiedAt: at },
    { ...named, at: at + dice.between(1, 20) * hour, state: 'resolved' },
  ];
}

/** Events in the order of time, one to three in each piece, each sent as its last one happened. */
function inPieces(dice: Dice, events: readonly RecordEvent[]): Sent[] {
  const left = [...events].sort((a, b) => a.at - b.at);
  const sent: Sent[] = [];
  while (left.length > 0) {
    const piece = left.splice(0, dice.between(1, 3));
    sent.push({ at: piece[piece.length - 1].at, events: piece });
  }
  return sent;
}
