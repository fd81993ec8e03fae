import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** How long after a deployment of a service an incident may be charged to it by time alone. */
export type AttributionWindow =
  | { status: 'known'; ms: number }
  | { status: 'absent' }
  | { status: 'unreadable'; because: string };

const annotation = 'accountability.io/attribution-window';
/** No cause is sought further back than that. */
const mostDays = 90;

/** Reads the annotation that gives a service a window of its own: `PT6H` or `6 hours`. */
export function readAttributionWindow(entity: unknown): AttributionWindow {
  const written = annotationOf(entity)?.trim();
  if (!written) return { status: 'absent' };
  const ms = parseDuration(written);
  if (ms !== undefined && ms > 0 && ms <= mostDays * 24 * 3_600_000) {
    return { status: 'known', ms };
  }
  return {
    status: 'unreadable',
    because: `${annotation} ${written.slice(
      0,
      100,
    )}, which is no duration of at most ${mostDays} days such as PT6H or 6 hours`,
  };
}

/** Whether an entity, as JSON, has the annotation at all: few have, and all are looked at in every sync. */
export function namesWindow(entity: string): boolean {
  return entity.includes(annotation);
}

function annotationOf(entity: unknown): string | undefined {
  const value = at(at(at(entity, 'metadata'), 'annotations'), annotation);
  return typeof value === 'string' ? value : undefined;
}

function at(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  return Object.entries(node).find(([name]) => name === key)?.[1];
}

function parseDuration(written: string): number | undefined {
  const config = new ConfigReader({ window: written });
  try {
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'window' }),
    );
  } catch {
    return undefined;
  }
}
