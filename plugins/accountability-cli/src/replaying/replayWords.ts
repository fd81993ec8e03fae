import { Replay, ReplayStatus } from 'backstage-plugin-accountability-common';
import { isOpen } from './isOpen';

const verbs: Record<ReplayStatus, string> = {
  waiting: 'waiting',
  running: 'reading',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** How a replay stands, in one line: `github: reading, 41 %, 412 of 1,284 deliveries; ...`. */
export function replayWords(replay: Replay): string {
  const { source, status, total, read, trouble } = replay;
  if (total === 0) {
    return `${source}: ${verbs[status]}, no delivery is kept of that time`;
  }
  const percent = Math.floor((100 * read) / total);
  const far = `${percent} %, ${print(read)} of ${print(total)} deliveries`;
  const why = trouble ? ` (${trouble})` : '';
  const changes = changeWords(replay);
  return `${source}: ${verbs[status]}${why}, ${far}${
    changes && `; ${changes}`
  }`;
}

function changeWords(replay: Replay): string {
  const { changed, eventsAdded, eventsRemoved } = replay;
  if (changed === 0 && isOpen(replay)) return '';
  if (changed === 0) return 'none says anything else than before';
  return `${print(changed)} ${
    changed === 1 ? 'says' : 'say'
  } something else, ${print(eventsAdded)} events added, ${print(
    eventsRemoved,
  )} taken back`;
}

function print(count: number): string {
  return count.toLocaleString('en-GB');
}
