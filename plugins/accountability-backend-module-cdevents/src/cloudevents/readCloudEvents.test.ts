import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { readCloudEvents } from './readCloudEvents';

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const envelope = { specversion: '1.0', id: '1', source: '/ci', type: 't' };
const read = { id: '1', source: '/ci', type: 't' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('readCloudEvents', () => {
  it.each([
    {
      given: 'binary mode, with attributes encoded',
      headers: { 'ce-id': '%E2%82%AC', 'ce-source': '/ci', 'ce-type': 't' },
      body: { a: 1 },
      gives: { id: '€', source: '/ci', type: 't', data: { a: 1 } },
    },
    {
      given: 'structured mode',
      headers: STRUCTURED,
      body: { ...envelope, data: { a: 1 } },
      gives: { ...read, data: { a: 1 } },
    },
    {
      given: 'structured mode before the headers of binary mode',
      headers: { ...STRUCTURED, 'ce-type': 'other' },
      body: { ...envelope, data: { a: 1 } },
      gives: { ...read, data: { a: 1 } },
    },
    {
      given: 'an envelope whose content type was lost',
      headers: { 'content-type': 'application/json' },
      body: { ...envelope, data: { a: 1 } },
      gives: { ...read, data: { a: 1 } },
    },
    {
      given: 'data in base64',
      headers: STRUCTURED,
      body: { ...envelope, data_base64: base64('{"a":"ü"}') },
      gives: { ...read, data: { a: 'ü' } },
    },
    {
      given: 'data in base64 that is no JSON',
      headers: STRUCTURED,
      body: { ...envelope, data_base64: base64('<a/>') },
      gives: { ...read, data: undefined },
    },
    {
      given: 'data as a text',
      headers: STRUCTURED,
      body: { ...envelope, data: '{"a":1}' },
      gives: { ...read, data: { a: 1 } },
    },
    {
      given: 'a body without an envelope',
      headers: {},
      body: { a: 1 },
      gives: { data: { a: 1 } },
    },
  ])('reads $given', ({ headers, body, gives }) => {
    const events = readCloudEvents(incoming({ headers, body }));

    expect(events).toEqual({ ok: true, isBatch: false, events: [gives] });
  });

  it.each([
    { given: 'application/cloudevents-batch+json; charset=UTF-8' },
    { given: 'application/json' },
  ])('reads a list sent as $given as a batch', ({ given }) => {
    const delivery = incoming({
      headers: { 'content-type': given },
      body: [{ ...envelope, data: 1 }, { a: 1 }],
    });

    const events = readCloudEvents(delivery);

    expect(events).toEqual({
      ok: true,
      isBatch: true,
      events: [{ ...read, data: 1 }, { data: { a: 1 } }],
    });
  });
});
