import { Entity } from '@backstage/catalog-model';
import { hour, start } from '../../__testUtils__/createWorkbench';
import { Dice } from './createDice';
import { History, Said, Sent } from './createHistory';

/** What happens at one instant of the clock, and who works after it. */
export interface Step {
  at: number;
  deliveries?: Sent[];
  catalog?: Entity[];
  decided?: Said;
  withdrawn?: Said;
  /** Whether services that are due are assessed then, and closed days told again. */
  assess: boolean;
  restate: boolean;
}

const minute = 60_000;

/** The catalog and decisions come when they come; what is sent may come in any order. */
function unmoved({
  catalogs,
  said,
}: History): Omit<Step, 'assess' | 'restate'>[] {
  return [
    ...catalogs.map(({ at, entities }) => ({ at, catalog: entities })),
    ...said.flatMap(one => [
      { at: one.at, decided: one },
      ...(one.withdrawnAt === undefined
        ? []
        : [{ at: one.withdrawnAt, withdrawn: one }]),
    ]),
  ];
}

/** Each delivery as soon as it is sent, and what is due assessed after each, but for a day or two on which nobody works. */
export function oneByOne(dice: Dice, history: History): Step[] {
  const away = dice.between(start, history.end);
  const back = away + dice.between(0, 50) * hour;
  const steps = [
    ...unmoved(history),
    ...history.sent.map(one => ({ at: one.at + 1000, deliveries: [one] })),
  ];
  return byTime(steps).map((step, i) => {
    const works = step.at < away || step.at > back;
    return { ...step, assess: works, restate: works && i % 10 === 9 };
  });
}

/** Everything at the end, and nothing assessed before. */
export function atOnce(history: History): Step[] {
  const steps = [
    ...unmoved(history),
    { at: history.end, deliveries: [...history.sent] },
  ];
  return byTime(steps).map(step => ({
    ...step,
    assess: false,
    restate: false,
  }));
}

/**
 * Deliveries late by minutes or days, whole or in parts, some of them again,
 * in batches of any size, and workers that come by now and then. What a person
 * decides on, the person has seen.
 */
export function anyhow(dice: Dice, history: History): Step[] {
  const { end } = history;
  const allLate = dice.chance(0.3);
  const diligence = dice.one(0.1, 0.3, 0.7);
  const arrivals = history.sent.flatMap(one => {
    const parts = dice.chance(0.2) ? apart(one) : [one];
    return parts.flatMap(part => {
      const by = seenBy(part, history);
      const late = () =>
        dice.between(
          allLate && by === end ? Math.max(part.at, end - 30 * hour) : part.at,
          Math.min(by, dice.chance(0.4) ? part.at + 20 * minute : end),
        );
      const again = dice.chance(0.2) ? [dice.between(part.at, end)] : [];
      return [late(), ...again].map(at => ({ at, deliveries: [part] }));
    });
  });
  const steps: Omit<Step, 'assess' | 'restate'>[] = [];
  let room = 0;
  for (const step of byTime([...unmoved(history), ...arrivals])) {
    const last = steps[steps.length - 1];
    if (room > 0 && step.deliveries && last.deliveries) {
      last.deliveries.push(...step.deliveries);
      last.at = step.at;
      room -= 1;
    } else {
      steps.push({
        ...step,
        deliveries: step.deliveries && [...step.deliveries],
      });
      room = step.deliveries ? dice.between(0, 8) : 0;
    }
  }
  return steps.map(({ deliveries, ...step }) => ({
    ...step,
    deliveries: deliveries && dice.shuffled(deliveries),
    assess: dice.chance(diligence),
    restate: dice.chance(0.2),
  }));
}

/** Each event by itself. */
function apart({ at, events, ownerChanges = [] }: Sent): Sent[] {
  return [
    ...events.map(event => ({ at, events: [event] })),
    ...ownerChanges.map(one => ({ at, events: [], ownerChanges: [one] })),
  ];
}

/** The instant at which a person first decides on something that it tells of; the end, where nobody does. */
function seenBy({ at, events }: Sent, { said, end }: History): number {
  const named = new Set(events.map(({ record }) => record));
  const instants = said
    .filter(one => named.has(one.incident) || named.has(one.cause ?? ''))
    .map(one => one.at)
    .filter(decidedAt => decidedAt > at);
  return Math.min(end, ...instants);
}

function byTime<T extends { at: number }>(steps: readonly T[]): T[] {
  return [...steps].sort((a, b) => a.at - b.at);
}
