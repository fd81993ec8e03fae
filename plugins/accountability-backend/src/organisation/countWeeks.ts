import { burdens } from 'backstage-plugin-accountability-common';
import { Names } from './Names';
import { ServiceState } from './ServiceState';
import { failed, lastKnown, statusOrder, warned } from './statusOrder';
import { pointCount } from './weekStarts';

/** Numbers of one burden at one instant: known results, and those that do not pass. */
const perBurden = 2;

/** Where the numbers of a burden at a point of the trend stand: known ones, and behind them those that do not pass. */
export function placeOf(point: number, burden: number): number {
  return (point * burdens.length + burden) * perBurden;
}

/**
 * Results of a service by burden at the instants of a trend, read backward from
 * how they stand now by what turned since. A check that was not asked yet is
 * in no sum; one that is gone is not told of.
 */
export function countWeeks(
  { results, turns }: Pick<ServiceState, 'results' | 'turns'>,
  { starts, names }: { starts: readonly number[]; names: Names },
): Uint16Array {
  const weeks = new Uint16Array(pointCount * burdens.length * perBurden);
  const byCheck = new Map<string, { at: number; from: number }[]>();
  for (const { scorecard, check, at, from } of turns) {
    if (check === undefined) continue;
    const key = JSON.stringify([scorecard, check]);
    const own = byCheck.get(key) ?? [];
    own.push({ at, from: statusOrder.findIndex(status => status === from) });
    byCheck.set(key, own);
  }
  for (const { check, status, since } of results) {
    const { burden, ...name } = names.nameOf(check);
    const at = burdens.indexOf(burden);
    add(weeks, placeOf(pointCount - 1, at), status);
    const own = byCheck.get(JSON.stringify([name.scorecard, name.check])) ?? [];
    let turn = 0;
    let then = status;
    for (let point = starts.length - 1; point >= 0; point--) {
      while (turn < own.length && own[turn].at > starts[point]) {
        then = own[turn].from;
        turn++;
      }
      if (turn === own.length && turn === 0 && since > starts[point]) break;
      add(weeks, placeOf(point, at), then);
    }
  }
  return weeks;
}

function add(weeks: Uint16Array, place: number, status: number): void {
  if (status < 0 || status > lastKnown) return;
  weeks[place]++;
  if (status === warned || status === failed) weeks[place + 1]++;
}
