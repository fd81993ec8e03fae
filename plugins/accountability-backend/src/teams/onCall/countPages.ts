import { OnCallWeek, RotaLoad } from 'backstage-plugin-accountability-common';
import { shiftOf } from 'backstage-plugin-accountability-engine';
import { groupBy, orderBy } from 'lodash';
import { GroupKnowledge } from '../../ownership';
import { Page } from './Page';

/** What pages are counted by. */
export interface CountedBy {
  /** The groups of the team, with their titles. */
  titles: ReadonlyMap<string, string>;
  knowledge: GroupKnowledge;
  /** Epoch milliseconds, oldest first. */
  weeks: readonly { from: number; to: number }[];
}

/** Pages by week and by rota, those that reached rotas of other teams apart. */
export interface CountedPages {
  weeks: OnCallWeek[];
  rotas: RotaLoad[];
  elsewhere: number;
}

/** Adds pages up by week, part of the week in the zone of the owner then, and rota. */
export function countPages(
  pages: readonly Page[],
  by: CountedBy,
): CountedPages {
  const { titles, knowledge } = by;
  const groupsOf = (rota: string | undefined) =>
    rota === undefined ? [] : knowledge.rotas.get(rota) ?? [];
  const isElsewhere = ({ rota }: Page) => {
    const groups = groupsOf(rota);
    return groups.length > 0 && !groups.some(group => titles.has(group));
  };
  const ours = pages.filter(page => !isElsewhere(page));
  const rotas = Object.values(groupBy(ours, ({ rota }) => rota ?? '')).map(
    (theirs): RotaLoad => {
      const [{ rota }] = theirs;
      const groupRef = groupsOf(rota).find(group => titles.has(group));
      return {
        ...(rota !== undefined && { rota }),
        ...(groupRef !== undefined && {
          group: { groupRef, title: titles.get(groupRef) ?? groupRef },
        }),
        weeks: weeksOf(theirs, by),
      };
    },
  );
  return {
    weeks: weeksOf(ours, by),
    rotas: orderBy(
      rotas,
      [({ weeks }) => totalOf(weeks), ({ rota }) => rota ?? ''],
      ['desc', 'asc'],
    ),
    elsewhere: pages.length - ours.length,
  };
}

function weeksOf(
  pages: readonly Page[],
  { knowledge, weeks }: CountedBy,
): OnCallWeek[] {
  return weeks.map(({ from, to }) => {
    const week = { from, to, working: 0, evening: 0, night: 0 };
    for (const { at, owner } of pages) {
      if (at < from || at >= to) continue;
      week[shiftOf(at, knowledge.zones.get(owner)).shift] += 1;
    }
    return week;
  });
}

function totalOf(weeks: readonly OnCallWeek[]): number {
  return weeks.reduce(
    (sum, { working, evening, night }) => sum + working + evening + night,
    0,
  );
}
