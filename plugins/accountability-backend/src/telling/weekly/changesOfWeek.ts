import { Transition } from 'backstage-plugin-accountability-common';
import { FindCheck } from '../regressions/Regression';
import { CheckChange, LevelChange } from './WeeklyDigest';

const worse = new Set(['fail', 'warn']);

/**
 * What is another at the end of a week than at its begin, from its transitions,
 * newest first: what turned and turned back is no news, and neither is a check
 * that the policy in force has no more.
 */
export function changesOfWeek(
  transitions: readonly Transition[],
  findCheck: FindCheck,
): { levels: LevelChange[]; worse: CheckChange[]; better: CheckChange[] } {
  const levels: LevelChange[] = [];
  const turned: Record<'worse' | 'better', CheckChange[]> = {
    worse: [],
    better: [],
  };
  for (const { title, scorecard, check, from, to } of netChanges(transitions)) {
    if (check === undefined) {
      levels.push({ service: title, from, to });
      continue;
    }
    const found = findCheck(scorecard, check);
    if (!found) continue;
    const change = { service: title, check: found.title };
    if (worse.has(to)) {
      if (!worse.has(from)) turned.worse.push(change);
    } else if (to === 'pass' && from !== 'not-applicable') {
      turned.better.push(change);
    }
  }
  return { levels, ...turned };
}

function netChanges(transitions: readonly Transition[]): Transition[] {
  const net = new Map<string, Transition>();
  for (const one of transitions) {
    const key = JSON.stringify([one.entityRef, one.scorecard, one.check]);
    const later = net.get(key);
    net.set(key, later ? { ...later, from: one.from } : one);
  }
  return [...net.values()].filter(({ from, to }) => from !== to);
}
