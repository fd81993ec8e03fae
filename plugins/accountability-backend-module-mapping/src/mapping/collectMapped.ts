import {
  Collected,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { plainValue } from '../expressions/plainValue';
import { Scope } from '../expressions/Scope';
import { PayloadValue, readPayload } from '../payload/readPayload';
import { Mapping } from './compileMapping';
import { Part, partsOf } from './partsOf';
import { readParts } from './readParts';
import { stepsBefore, stepsOn } from './stepsOf';

/** Most record events of one delivery. */
const mostEvents = 1000;

/** Most steps that the expressions of a mapping take on one delivery: about half a second. */
const mostSteps = 2_000_000;

const tooLarge = (because: string): Collected => ({
  status: 'rejected',
  because,
  tooLarge: true,
});

/** What a mapping makes of a delivery. Pure, bounded, and never throws. */
export function collectMapped(
  mapping: Mapping,
  delivery: IncomingDelivery,
): Collected {
  const payload = readPayload(delivery.body);
  if (!payload.ok) {
    return payload.tooLarge
      ? tooLarge(payload.because)
      : { status: 'rejected', because: payload.because };
  }
  const { value, size } = payload;
  const scope = scopeOf(mapping, delivery, value);
  const before = stepsBefore(mapping, size);
  if (before > mostSteps) return tooManySteps(mapping);
  const type = typeOf(mapping, scope);
  if (mapping.type && type === undefined) {
    return {
      status: 'rejected',
      because: `${mapping.path}.type ${mapping.type.describe(scope)}`,
    };
  }
  if (type !== undefined && mapping.ignore.has(type)) {
    return {
      status: 'ignored',
      because: `${mapping.path}.ignore names ${JSON.stringify(type)}`,
    };
  }
  const parts = partsOf(mapping, scope);
  if (parts.length === 0) return unsupported(mapping, type);
  if (before + stepsOn(parts, size) > mostSteps) return tooManySteps(mapping);
  const events = countEvents(parts);
  return events > mostEvents
    ? tooLarge(
        `The delivery holds ${events} events, and at most ${mostEvents} are taken at once`,
      )
    : readParts(parts);
}

/** The scope of a whole delivery. */
export function scopeOf(
  mapping: Pick<Mapping, 'keepHeaders'>,
  { headers, receivedAt }: IncomingDelivery,
  payload: PayloadValue,
): Scope {
  const kept = mapping.keepHeaders.flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { payload, headers: new Map(kept), receivedAt };
}

function typeOf(mapping: Mapping, scope: Scope): string | undefined {
  const value = mapping.type?.read(scope);
  const plain = value === undefined ? undefined : plainValue(value);
  return plain === undefined || typeof plain === 'object'
    ? undefined
    : String(plain);
}

function unsupported(mapping: Mapping, type: string | undefined): Collected {
  const what =
    type === undefined ? 'this delivery' : JSON.stringify(type.slice(0, 100));
  return {
    status: 'unsupported',
    because: `No entry of ${mapping.path}.events takes ${what} yet; the delivery is kept for replay`,
  };
}

function tooManySteps(mapping: Mapping): Collected {
  return tooLarge(
    `The payload is too large for the expressions of ${mapping.path}, which go through its lists and texts`,
  );
}

function countEvents(parts: readonly Part[]): number {
  return parts.reduce((sum, { scopes }) => sum + scopes.length, 0);
}
