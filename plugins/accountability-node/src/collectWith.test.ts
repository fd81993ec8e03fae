import { z } from 'zod';
import { collectWith } from './collectWith';
import { defineCollector } from './defineCollector';

const schema = z.object({ at: z.string() });
const named = (event: string, title: string) =>
  defineCollector({
    event,
    schema,
    collect: ({ at }) => ({
      events: [
        {
          kind: 'alert',
          record: 'x:1',
          subject: 'x',
          state: 'firing',
          at,
          title,
        },
      ],
    }),
  });

const collect = collectWith([
  named('incident.triggered', 'own'),
  named('incident.*', 'rest'),
  defineCollector({
    event: 'ping',
    schema: z.object({}),
    collect: () => ({ ignored: 'a test' }),
  }),
]);

const context = { headers: {}, receivedAt: 0 };
const payload = { at: '2026-11-23T12:00:00Z', login: 'somebody' };

describe('collectWith', () => {
  it.each([
    {
      given: 'a type with a collector',
      type: 'incident.triggered',
      payload,
      gives: { status: 'accepted', events: [{ title: 'own' }] },
    },
    {
      given: 'a type that only the rest covers',
      type: 'incident.noted',
      payload,
      gives: { status: 'accepted', events: [{ title: 'rest' }] },
    },
    {
      given: 'a type nobody reads',
      type: 'service.updated',
      payload,
      gives: {
        status: 'unsupported',
        because: expect.stringContaining('service.updated'),
      },
    },
    {
      given: 'a payload to ignore',
      type: 'ping',
      payload,
      gives: { status: 'ignored', because: 'a test' },
    },
    {
      given: 'a payload of another shape',
      type: 'incident.triggered',
      payload: { at: 4 },
      gives: { status: 'rejected', because: expect.stringContaining('at: ') },
    },
    {
      given: 'a time without a zone',
      type: 'incident.triggered',
      payload: { at: '2026-11-23 12:00:00' },
      gives: {
        status: 'rejected',
        because: expect.stringContaining('ISO 8601'),
      },
    },
    {
      given: 'no object at all',
      type: 'ping',
      payload: null,
      gives: { status: 'rejected' },
    },
  ])('gives $gives.status for $given', ({ type, payload: body, gives }) => {
    expect(collect({ type, payload: body, context })).toMatchObject(gives);
  });

  it('leaves out what no schema names', () => {
    const collected = collect({ type: 'incident.triggered', payload, context });

    expect(JSON.stringify(collected)).not.toContain('somebody');
  });
});
