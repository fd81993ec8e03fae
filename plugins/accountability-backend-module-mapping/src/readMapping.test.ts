import { plainPayload } from './__testUtils__/collectOne';
import { readMapping } from './readMapping';
import { readExampleMapping } from './testUtils';

describe('readMapping', () => {
  const mapping = readExampleMapping('opsgenie');

  it('gives what the source would make of a saved payload', () => {
    const body = JSON.stringify({ ...plainPayload, action: 'Create' });

    expect(readMapping('opsgenie', mapping, { body })).toEqual({
      status: 'rejected',
      because:
        'accountability.mappings.opsgenie.events[0].record: alert.alertId is not there (alert has: id, service, at, tags)',
    });
  });

  it('says what is not there of a list in the place of an object', () => {
    const body = JSON.stringify({
      ...plainPayload,
      action: 'Create',
      alert: [1, 2],
    });

    expect(readMapping('opsgenie', mapping, { body })).toMatchObject({
      status: 'rejected',
      because: expect.stringContaining(
        'alert.alertId is not there (alert is a list of 2)',
      ),
    });
  });

  it('reads headers however they are written', () => {
    const entry = {
      kind: 'alert',
      record: 'id',
      subject: 'headers["X-Service"]',
      at: 'receivedAt',
      state: { value: 'firing' },
    };
    const authentication = { token: { header: 'x', secrets: ['s'] } };

    const read = readMapping(
      'acme',
      { authentication, events: [entry] },
      {
        body: '{"id":1}',
        headers: { 'X-SERVICE': 'payments' },
        receivedAt: 1795348800000,
      },
    );

    expect(read).toMatchObject({ events: [{ subject: 'acme:payments' }] });
  });

  it('says why a mapping is none', () => {
    expect(readMapping('acme', {}, { body: '{}' })).toMatchObject({
      status: 'invalid',
      because: expect.stringContaining('accountability.mappings.acme.events'),
    });
  });
});
