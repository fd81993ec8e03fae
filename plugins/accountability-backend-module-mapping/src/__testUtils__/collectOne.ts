import { Collected } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createMappedSource } from '../createMappedSource';

/** A way of authentication that no test of reading looks at. */
export const authentication = { token: { header: 'x-token', secrets: ['s'] } };

/** An entry of `events` that reads the payload of `plainPayload`. */
export const plainEntry = {
  kind: 'incident',
  record: 'alert.id',
  subject: 'alert.service',
  at: 'alert.at',
  state: { value: 'triggered' },
};

/** A payload that `plainEntry` reads. */
export const plainPayload = {
  action: 'Create',
  alert: {
    id: '7',
    service: 'payments',
    at: '2026-11-22T12:00:00Z',
    tags: ['a', 'b'],
  },
};

/** What a mapping of one entry makes of a payload. */
export function collectOne(
  entry: object,
  payload: unknown,
  given: { mapping?: object; headers?: Record<string, string> } = {},
): Collected {
  const made = createMappedSource('acme', {
    authentication,
    events: [{ ...plainEntry, ...entry }],
    ...given.mapping,
  });
  if (!made.ok) throw new Error(made.because);
  const { headers } = given;
  return made.source.collect(incoming({ body: payload, headers }));
}
