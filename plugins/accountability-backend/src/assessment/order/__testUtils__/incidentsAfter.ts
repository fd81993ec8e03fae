import {
  CauseClaim,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { hour } from '../../__testUtils__/createWorkbench';
import { Dice } from './createDice';
import { Deployed, Stage } from './happenings';

const minute = 60_000;

/** An incident as it began. */
export interface Incident {
  record: string;
  subject: string;
  at: number;
}

/** Incidents near deployments: reopened, merged, moved to another subject, some with a claim of their cause. */
export function incidentsAfter(
  dice: Dice,
  stage: Stage & { deployments: readonly Deployed[] },
): { incidents: Incident[]; events: RecordEvent[] } {
  const incidents: Incident[] = [];
  const events: RecordEvent[] = [];
  for (const subject of stage.subjects) {
    const near = stage.deployments.filter(one => one.subject === subject);
    for (const { at: begun } of dice.some(near, 0.5)) {
      const at = begun + dice.between(-10, 300) * minute;
      const one = { record: `${subject}#incident-${at}`, subject, at };
      events.push(...course(dice, one));
      const later = at + dice.between(1, 30) * hour;
      const named = {
        kind: 'incident',
        ...one,
        at: later,
        state: 'updated',
      } as const;
      if (dice.chance(0.4)) {
        events.push({ ...named, cause: claim(dice, stage.deployments) });
      }
      const other = dice.pick(incidents);
      if (other && dice.chance(0.15)) {
        events.push({ ...named, at: later + 1, mergedInto: other.record });
      }
      if (dice.chance(0.2)) {
        events.push({
          ...named,
          at: later + 2,
          subject: dice.one(...stage.subjects),
        });
      }
      incidents.push(one);
    }
  }
  return { incidents, events };
}

/** How one went: noticed at once or late, for one or two stretches, or going on. */
function course(dice: Dice, { at, ...one }: Incident): RecordEvent[] {
  const named = { kind: 'incident', ...one } as const;
  const first = at + dice.between(10, 2000) * minute;
  const again = first + dice.between(10, 900) * minute;
  return [
    {
      ...named,
      at,
      state: 'triggered',
      severity: dice.one('P1', 'P2'),
      ...(dice.chance(0.3) && {
        impactStart: at - dice.between(1, 200) * minute,
      }),
    },
    ...(dice.chance(0.5)
      ? [{ ...named, at: at + 7 * minute, state: 'acknowledged' } as const]
      : []),
    ...(dice.chance(0.85)
      ? [{ ...named, at: first, state: 'resolved' } as const]
      : []),
    ...(dice.chance(0.3)
      ? [
          { ...named, at: again, state: 'reopened' } as const,
          { ...named, at: again + 2 * hour, state: 'resolved' } as const,
        ]
      : []),
  ];
}

function claim(dice: Dice, deployments: readonly Deployed[]): CauseClaim {
  const by = dice.one('person' as const, 'machine' as const);
  const { record, sha } = dice.pick(deployments) ?? {
    record: 'none',
    sha: undefined,
  };
  return dice.chance(0.5) ? { by, record } : { by, ...(sha && { sha }) };
}
