import fc from 'fast-check';
import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { ForeignCharge } from '../../assessTypes';
import { mostly } from '../../attribution/__testUtils__/randomRecords';
import { MINUTE } from '../../time';

/** Incidents of other services that are charged to deployments of this one. */
export const foreignTo = (list: readonly DeploymentRecord[]) =>
  fc.array(
    fc
      .record({
        of: fc.constantFrom(...list),
        lag: fc.integer({ min: 0, max: 600 }),
        method: fc.constantFrom('explicit' as const, 'temporal' as const),
        lasted: mostly(fc.nat(300)),
        mendedAfter: fc.option(mostly(fc.nat(300)), { freq: 2, nil: null }),
        mergedInto: fc.constantFrom(undefined, undefined, undefined, 'other'),
      })
      .map(toForeign),
    { maxLength: 2 },
  );

function toForeign(given: {
  of: DeploymentRecord;
  lag: number;
  method: 'explicit' | 'temporal';
  lasted?: number;
  mendedAfter?: number | null;
  mergedInto?: string;
}): ForeignCharge {
  const startedAt = given.of.startedAt + given.lag * MINUTE;
  const after = (minutes?: number) =>
    minutes === undefined ? undefined : startedAt + minutes * MINUTE;
  const endedAt = after(given.lasted);
  const id = `f${given.of.id}-${given.lag}`;
  return {
    incident: {
      kind: 'incident',
      id,
      subject: 'test:acme/other',
      state: endedAt === undefined ? 'triggered' : 'resolved',
      startedAt,
      endedAt,
      mergedInto: given.mergedInto,
      episodes: [{ from: startedAt, to: endedAt }],
    },
    attribution: {
      incident: id,
      incidentStartedAt: startedAt,
      method: given.method,
      cause: given.of.id,
      confidence: 1,
      profile: 'default',
      ruleVersion: 'r',
      evidence: [],
      candidates: [],
      incidentOwner: { status: 'unknown', because: 'Not of interest.' },
      ...(given.mendedAfter !== null && {
        remedy: {
          kind: 'rollback',
          record: `back-${id}`,
          finishedAt: after(given.mendedAfter),
          undone: [given.of.id],
        },
      }),
    },
  };
}
