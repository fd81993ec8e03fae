import { setTimeout as sleep } from 'node:timers/promises';
import { migrateToLaterVersion } from './migrateToLaterVersion.mjs';

/** When what is disturbed, as a share of the whole. */
const DISTURBANCES = [
  { at: 0.12, what: 'kill' },
  { at: 0.27, what: 'restart' },
  { at: 0.42, what: 'kill' },
  { at: 0.57, what: 'restart' },
  { at: 0.7, what: 'kill' },
  { at: 0.82, what: 'upgrade' },
];

const words = {
  kill: 'a backend killed',
  restart: 'PostgreSQL restarted',
  upgrade: 'tables migrated further, backends replaced one after the other',
};

/** Kills, restarts and replaces at their times while the load runs; gives when each began and ended. */
export async function disturb({ ms, postgres, fleet, say }) {
  const begun = performance.now();
  const spells = [];
  let kills = 0;
  for (const { at, what } of DISTURBANCES) {
    await sleep(Math.max(0, at * ms - (performance.now() - begun)));
    const from = performance.now();
    if (what === 'restart') await postgres.restart();
    else if (what === 'kill') await fleet.killAndStart(kills++);
    else {
      await migrateToLaterVersion(postgres.port);
      await fleet.replaceAll();
    }
    const to = performance.now();
    spells.push({ what, from, to });
    say(`${words[what]}, back after ${Math.round((to - from) / 100) / 10} s`);
  }
  return spells;
}
