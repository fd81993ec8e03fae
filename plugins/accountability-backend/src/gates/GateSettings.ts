import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { erasablePointers, isErasable } from './eraseFrom';

/** What is configured of gates. */
export interface GateSettings {
  /** How long decisions are kept, milliseconds. */
  keepDecisionsMs: number;
  /** JSON pointers of what is erased from decisions before they are kept. */
  mask: string[];
}

const KEEP = 'accountability.gates.keepDecisions';
const MASK = 'accountability.gates.mask';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads `accountability.gates`; throws where it cannot be read. */
export function readGateSettings(config: Config): GateSettings {
  const kept = config.has(KEEP)
    ? durationToMilliseconds(readDurationFromConfig(config, { key: KEEP }))
    : 400 * DAY_MS;
  if (!(kept >= DAY_MS)) {
    throw new InputError(
      `${KEEP} must be at least a day: so long the same key gives the same decision`,
    );
  }
  const mask = config.getOptionalStringArray(MASK) ?? [];
  const wrong = mask.find(pointer => !isErasable(pointer));
  if (wrong !== undefined) {
    throw new InputError(
      `${MASK} has ${wrong}, which cannot be erased; these can: ${erasablePointers.join(
        ', ',
      )}, with a number in the place of * for one of a list`,
    );
  }
  return { keepDecisionsMs: kept, mask };
}
