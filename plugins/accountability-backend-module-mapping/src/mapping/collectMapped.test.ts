import {
  collectOne,
  plainEntry,
  plainPayload,
} from '../__testUtils__/collectOne';

const AT = '2026-11-22T12:00:00Z';
const accepted = (...events: object[]) => ({ status: 'accepted', events });

/** `plainPayload` with other fields in its alert. */
const alert = (fields: object) => ({
  ...plainPayload,
  alert: { ...plainPayload.alert, ...fields },
});

describe('a mapping', () => {
  it('leads record ids and subjects by its source', () => {
    expect(collectOne({}, plainPayload)).toEqual({
      status: 'accepted',
      refused: [],
      events: [
        {
          kind: 'incident',
          record: 'acme:incident:7',
          subject: 'acme:payments',
          at: Date.parse(AT),
          state: 'triggered',
        },
      ],
    });
  });

  it.each([
    { given: 'a path', title: 'alert.service', gives: 'payments' },
    { given: 'an index', title: 'alert.tags[1]', gives: 'b' },
    { given: 'a key in quotes', title: 'alert["service"]', gives: 'payments' },
    {
      given: 'the payload by its name',
      title: 'payload.alert.service',
      gives: 'payments',
    },
    { given: 'a header', title: 'headers["X-Event"]', gives: 'fired' },
    { given: 'a header by its path', title: 'headers.host', gives: 'acme' },
    {
      given: 'joined texts',
      title: 'action + " " + alert.service',
      gives: 'Create payments',
    },
    {
      given: 'a condition',
      title: 'action == "Create" ? "new" : "old"',
      gives: 'new',
    },
    {
      given: 'a part of a text',
      title: 'alert.service.split("m")[0].upperAscii()',
      gives: 'PAY',
    },
    {
      given: 'arithmetic with a whole number',
      title: 'string(alert.tags.size() + 1)',
      gives: '3',
    },
    {
      given: 'the first of several that is there',
      title: ['alert.missing', 'alert.blank', 'action'],
      gives: 'Create',
    },
    {
      given: 'a constant',
      title: { value: 'An incident' },
      gives: 'An incident',
    },
    {
      given: 'a table',
      title: { from: 'action', values: { Create: 'It began' } },
      gives: 'It began',
    },
    {
      given: 'a table for a boolean',
      title: { from: 'action == "x"', values: { true: 'yes', false: 'no' } },
      gives: 'no',
    },
  ])('reads $given', ({ title, gives }) => {
    const collected = collectOne({ title }, alert({ blank: ' ' }), {
      headers: { 'x-event': 'fired', host: 'acme' },
    });

    expect(collected).toMatchObject(accepted({ title: gives }));
  });

  it.each([
    { given: 'a missing field', title: 'alert.missing' },
    { given: 'a field of a missing field', title: 'alert.missing.deeper' },
    { given: 'a field of a text', title: 'action.deeper' },
    { given: 'an index past the end', title: 'alert.tags[9]' },
    { given: 'null', title: 'alert.nothing' },
    { given: 'a blank text', title: 'alert.blank' },
    { given: 'an object', title: 'alert' },
    { given: 'a list', title: 'alert.tags' },
    { given: 'a boolean in place of a text', title: 'alert.yes' },
    { given: 'a sum of a text and a number', title: 'action + 1' },
    { given: 'a division by zero', title: 'alert.seven / 0' },
    { given: 'a missing header', title: 'headers["x-other"]' },
    {
      given: 'a value that the table does not have',
      title: { from: 'action', values: { Close: 'It ended' } },
    },
    { given: 'an inherited name', title: 'payload.constructor' },
    { given: 'a prototype', title: 'payload["__proto__"].polluted' },
  ])('leaves out an optional field for $given', ({ title }) => {
    const payload = alert({ nothing: null, blank: '  ', yes: true, seven: 7 });

    const collected = collectOne({ title }, payload);

    expect(collected).toMatchObject(accepted({ record: 'acme:incident:7' }));
    expect(JSON.stringify(collected)).not.toContain('title');
  });

  it.each([
    {
      given: 'a missing field',
      entry: { record: 'alert.key' },
      because:
        'accountability.mappings.acme.events[0].record: alert.key is not there (alert has: id, service, at, tags)',
    },
    {
      given: 'a blank field',
      entry: { subject: 'alert.blank' },
      because: 'alert.blank is empty',
    },
    {
      given: 'a missing field of the payload',
      entry: { subject: 'service' },
      because: 'service is not there (the payload has: action, alert)',
    },
    {
      given: 'an object in place of a text',
      entry: { subject: 'alert' },
      because: 'alert gives an object',
    },
    {
      given: 'several expressions of which none gives anything',
      entry: { subject: ['service', 'alert.service.name'] },
      because: 'alert.service is a string',
    },
    {
      given: 'a time without a zone',
      entry: { at: 'alert.local' },
      because: 'alert.local gives a text that is no time with a zone',
    },
    {
      given: 'a state that the table does not have',
      entry: { state: { from: 'action', values: { Close: 'resolved' } } },
      because: 'events[0].state: action gives something that values has no',
    },
    {
      given: 'an id too large for JSON',
      entry: { record: 'alert.large' },
      because: 'not exact in JSON',
    },
    {
      given: 'an id that is too long',
      entry: { record: 'alert.long' },
      because: 'events[0].record: alert.long does not fit',
    },
    {
      given: 'an id with a control character',
      entry: { record: 'alert.control' },
      because: 'events[0].record: alert.control does not fit',
    },
  ])('rejects $given where it is required', ({ entry, because }) => {
    const payload = alert({
      blank: '',
      local: '2026-11-22 12:00:00',
      large: 9007199254740993,
      long: 'x'.repeat(400),
      control: 'a\u0000b',
    });
    const fields = because.includes('(alert has') ? plainPayload : payload;

    const collected = collectOne(entry, fields);

    expect(collected).toEqual({
      status: 'rejected',
      because: expect.stringContaining(because),
    });
  });

  it('names keys of the payload and no values, nor keys that may be of people', () => {
    const payload = {
      people: { 'somebody@example.org': 'secret value', '': 1, team: 'b' },
    };

    const collected = collectOne({ record: 'people.id' }, payload);

    expect(collected).toEqual({
      status: 'rejected',
      because: expect.stringContaining('(people has: team, 2 more)'),
    });
  });

  it('never takes a key with a dot for a path', () => {
    const payload = { ...plainPayload, 'alert.id': 'another' };

    expect(collectOne({}, payload)).toMatchObject(
      accepted({ record: 'acme:incident:7' }),
    );
  });

  it.each([
    'payload.alert.id',
    '" + headers["authorization"] + "',
    '${SECRET}',
    "'; drop table records; --",
    '{{constructor.constructor("return process")()}}',
    '<script>alert(1)</script>',
  ])('takes %s for a text and nothing else', text => {
    expect(collectOne({ title: 'alert.text' }, alert({ text }))).toMatchObject(
      accepted({ title: text }),
    );
  });
});

describe('an entry of a mapping', () => {
  const mapping = { type: 'action', ignore: ['AddNote'] };

  it.each([
    { given: 'no condition', entry: {}, gives: 'accepted' },
    {
      given: 'one that is true',
      entry: { when: 'action in ["Create", "Close"]' },
      gives: 'accepted',
    },
    {
      given: 'one that is false',
      entry: { when: 'action == "Close"' },
      gives: 'unsupported',
    },
    {
      given: 'one of a missing field',
      entry: { when: 'alert.missing == "x"' },
      gives: 'unsupported',
    },
    {
      given: 'one that gives a text',
      entry: { when: 'action' },
      gives: 'unsupported',
    },
    {
      given: 'one that is true beside a missing field',
      entry: { when: 'alert.missing == "x" || action == "Create"' },
      gives: 'accepted',
    },
  ])('gives $gives for $given', ({ entry, gives }) => {
    expect(collectOne(entry, plainPayload)).toMatchObject({ status: gives });
  });

  it.each([
    {
      given: 'a type to ignore',
      action: 'AddNote',
      gives: {
        status: 'ignored',
        because: 'accountability.mappings.acme.ignore names "AddNote"',
      },
    },
    {
      given: 'a type that no entry takes',
      action: 'Merge',
      gives: {
        status: 'unsupported',
        because:
          'No entry of accountability.mappings.acme.events takes "Merge" yet; the delivery is kept for replay',
      },
    },
    {
      given: 'no type',
      action: undefined,
      gives: {
        status: 'rejected',
        because:
          'accountability.mappings.acme.type action is not there (the payload has: alert)',
      },
    },
    {
      given: 'a list in place of a type',
      action: ['Create'],
      gives: { status: 'rejected' },
    },
  ])('gives $gives.status for $given', ({ action, gives }) => {
    const entry = { when: 'action == "Create"' };

    const collected = collectOne(
      entry,
      { ...plainPayload, action },
      { mapping },
    );

    expect(collected).toMatchObject(gives);
  });

  it('gives an event beside those of other entries', () => {
    const events = [
      plainEntry,
      { ...plainEntry, kind: 'alert', state: { value: 'firing' } },
    ];

    expect(collectOne({}, plainPayload, { mapping: { events } })).toMatchObject(
      accepted({ kind: 'incident' }, { kind: 'alert' }),
    );
  });
});

describe('an entry with each', () => {
  const each = {
    each: 'alerts',
    record: 'item.id',
    subject: ['item.service', 'service'],
    at: 'item.at',
  };
  const item = (fields: object) => ({ id: '1', at: AT, ...fields });

  it('gives one event for each entry of the list, which sees the payload too', () => {
    const payload = {
      service: 'payments',
      alerts: [item({}), item({ id: '2', service: 'search' })],
    };

    expect(collectOne(each, payload)).toMatchObject(
      accepted(
        { record: 'acme:incident:1', subject: 'acme:payments' },
        { record: 'acme:incident:2', subject: 'acme:search' },
      ),
    );
  });

  it('goes through a payload that is a list', () => {
    const entry = { ...each, each: 'payload', subject: 'item.id' };

    expect(collectOne(entry, [item({}), item({ id: '2' })])).toMatchObject(
      accepted({ record: 'acme:incident:1' }, { record: 'acme:incident:2' }),
    );
  });

  it('leaves out entries for which its condition does not hold', () => {
    const entry = { ...each, when: 'item.loud == true', subject: 'item.id' };
    const alerts = [item({}), item({ id: '2', loud: true })];

    expect(collectOne(entry, { alerts })).toMatchObject(
      accepted({ record: 'acme:incident:2' }),
    );
  });

  it('refuses what cannot be read and takes the rest', () => {
    const alerts = [item({}), { id: '2' }, 'odd', item({ id: '4' })];

    const collected = collectOne({ ...each, subject: 'item.id' }, { alerts });

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [{ record: 'acme:incident:1' }, { record: 'acme:incident:4' }],
      refused: [
        { line: 2, because: expect.stringContaining('item.at is not there') },
        { line: 3, because: expect.stringContaining('item is a string') },
      ],
    });
  });

  it.each([
    {
      given: 'an empty list',
      payload: { alerts: [] },
      gives: {
        status: 'ignored',
        because:
          'accountability.mappings.acme.events[0].each gives an empty list',
      },
    },
    {
      given: 'a missing list',
      payload: { other: 1 },
      gives: {
        status: 'rejected',
        because:
          'accountability.mappings.acme.events[0].each alerts is not there (the payload has: other)',
      },
    },
    {
      given: 'an object in place of a list',
      payload: { alerts: {} },
      gives: {
        status: 'rejected',
        because: expect.stringContaining('each alerts gives no list'),
      },
    },
    {
      given: 'a list of nothing that can be read',
      payload: { alerts: [1, 2] },
      gives: { status: 'rejected' },
    },
  ])('gives $gives.status for $given', ({ payload, gives }) => {
    expect(collectOne(each, payload)).toMatchObject(gives);
  });
});

describe('a payload that is too much', () => {
  const each = { each: 'alerts', record: 'item.id', subject: 'item.id' };
  const alerts = (count: number) => ({
    at: AT,
    alerts: Array.from({ length: count }, (_, index) => ({ id: `${index}` })),
  });
  const slow = {
    ...each,
    at: 'at',
    title: 'payload.alerts.filter(a, a.id == item.id).map(a, a.id)[0]',
  };

  const wide = Array.from({ length: 100 }, () => Array(1000).fill(1));

  it('is taken at its limit', () => {
    expect(collectOne({ ...each, at: 'at' }, alerts(1000))).toMatchObject({
      status: 'accepted',
    });
  });

  it.each([
    {
      given: 'a list of 1,001 entries',
      entry: each,
      payload: alerts(1001),
      because: 'a list of 1001 entries, and at most 1000 are taken',
    },
    {
      given: 'an object of 1,001 entries',
      entry: each,
      payload: Object.fromEntries(alerts(1001).alerts.map(({ id }) => [id, 1])),
      because: 'an object of 1001 entries, and at most 1000 are taken',
    },
    {
      given: 'too many events of several lists',
      entry: { ...each, each: 'alerts + alerts' },
      payload: alerts(600),
      because: 'holds 1200 events, and at most 1000 are taken at once',
    },
    {
      given: 'lists that expressions go through for each of them',
      entry: slow,
      payload: alerts(1000),
      because: 'too large for the expressions of accountability.mappings.acme',
    },
    {
      given: 'large parts that are compared for each of them',
      entry: { ...each, at: 'at', title: 'payload == item ? "a" : "b"' },
      payload: { ...alerts(1000), more: alerts(1000), most: wide },
      because: 'too large for the expressions of accountability.mappings.acme',
    },
    {
      given: 'deep nesting',
      entry: each,
      payload: '['.repeat(200_000) + ']'.repeat(200_000),
      because: 'nested more than 50 deep',
    },
    {
      given: 'a body of more than 1 MiB',
      entry: each,
      payload: JSON.stringify('x'.repeat(1024 * 1024)),
      because: 'larger than 1048576 bytes',
    },
  ])('is rejected as too large for $given', ({ entry, payload, because }) => {
    expect(collectOne(entry, payload)).toEqual({
      status: 'rejected',
      tooLarge: true,
      because: expect.stringContaining(because),
    });
  });

  it.each(['', '{', 'payload=%7B%7D', '\u0000'])(
    'is rejected where %j is no JSON',
    body => {
      expect(collectOne({}, body)).toEqual({
        status: 'rejected',
        because: 'The body is not JSON',
      });
    },
  );
});
