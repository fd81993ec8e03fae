import { IncomingDelivery } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import fc from 'fast-check';
import { authentication } from '../__testUtils__/collectOne';
import { createMappedSource } from '../createMappedSource';
import {
  createExampleSource,
  exampleDeliveriesOf,
  exampleMappingIds,
} from '../testUtils';

const busy = createMappedSource('acme', {
  authentication,
  deliveryId: ['payload.a', 'headers["x-id"]'],
  type: ['payload.type', 'string(payload)', '"none"'],
  events: [
    {
      when: 'item.a != null || size(payload) > 0 || payload.a.exists(x, x == item)',
      each: ['payload.list', 'payload', '[payload]'],
      kind: 'deployment',
      record: ['item.id', 'string(item)', 'item.split("")[0]', '"x"'],
      subject: ['item.a.b[0]', 'item[0]', 'item["__proto__"]', '"x"'],
      at: ['item.at', 'item', 'timestamp(item)', 'receivedAt'],
      state: {
        from: ['item', '"a"'],
        values: { a: 'finished', true: 'pending' },
      },
      version: 'item.map(x, x).filter(x, x != null)[0]',
      environment: 'item.lowerAscii().substring(1)',
      url: 'item.url',
      title: 'item.matches("(a|b)*c") ? item + item : string(item)',
    },
    {
      kind: 'report',
      record: '"x"',
      subject: '"x"',
      at: 'receivedAt',
      state: { value: 'uploaded' },
      format: { value: 'junit' },
      measures: { a: 'payload.a', b: 'payload.a / payload.b' },
    },
  ],
});
if (!busy.ok) throw new Error(busy.because);
const sources = [
  busy.source,
  ...exampleMappingIds.map(id => createExampleSource(id)),
];

const names = ['a', 'b', 'id', 'list', 'url', 'at', 'type', '__proto__'];
const value = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue(),
    fc.constantFrom('a', '$typeName', 'x\u0000', '\ud800', 1e308, -0, 2 ** 60),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(
      fc.constantFrom(...names, 'constructor', 'toString'),
      tie('any'),
    ),
  ),
})).any;

/** A delivery of an example's sender with one of its values replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...Object.values(exampleDeliveriesOf).flat()),
    fc.nat(),
    value,
  )
  .map(([{ body }, place, other]) => {
    const text = JSON.stringify(body);
    const values = [...text.matchAll(/(?<=:)("[^"]*"|\d+|null|false)/g)];
    const chosen = values[place % values.length];
    const end = chosen.index + chosen[0].length;
    return (
      text.slice(0, chosen.index) + JSON.stringify(other) + text.slice(end)
    );
  });

/** What all sources make of a delivery that nobody signed. */
function verdictsOf(delivery: IncomingDelivery) {
  return sources.map(source => ({
    status: source.collect(delivery).status,
    id: typeof source.identify(delivery),
    isGenuine: source.verify(delivery).ok,
  }));
}

const anyVerdicts = sources.map(() => ({
  status: expect.stringMatching(/^(accepted|ignored|unsupported|rejected)$/),
  id: expect.stringMatching(/^(string|undefined)$/),
  isGenuine: false,
}));

describe('any mapping', () => {
  it('gives a verdict for any payload and never throws', () => {
    fc.assert(
      fc.property(value, body => {
        const delivery = incoming({ body: JSON.stringify(body) });

        expect(verdictsOf(delivery)).toEqual(anyVerdicts);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a verdict for a payload of which one value is another', () => {
    fc.assert(
      fc.property(mutated, body => {
        expect(verdictsOf(incoming({ body }))).toEqual(anyVerdicts);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a verdict for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        const delivery = incoming({ body: Buffer.from(bytes) });

        expect(verdictsOf(delivery)).toEqual(anyVerdicts);
      }),
    );
  });

  it('gives the same for the same delivery', () => {
    fc.assert(
      fc.property(mutated, body => {
        for (const source of sources) {
          const [first, second] = [1, 2].map(() =>
            source.collect(incoming({ body })),
          );
          expect(second).toEqual(first);
        }
      }),
    );
  });
});

describe('any configuration', () => {
  it('makes a source or says why not, and never throws', () => {
    const entry = fc.record({
      when: value,
      each: value,
      kind: fc.constantFrom('incident', 'report', 'x', 1),
      record: value,
      state: value,
      cause: value,
    });
    const mapping = fc.record({
      authentication: fc.oneof(value, fc.constant(authentication)),
      events: fc.oneof(value, fc.array(entry)),
      type: value,
      ignore: value,
      deliveryId: value,
    });
    fc.assert(
      fc.property(fc.oneof(value, mapping), given => {
        const made = createMappedSource('acme', given);

        expect(made.ok || made.because.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('makes a source or says why not for any text as an expression', () => {
    const pieces = [
      'payload',
      '.',
      'a',
      '[',
      ']',
      '(',
      ')',
      '"',
      '1',
      '?',
      ':',
    ];
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(...pieces, '&&', '==', '+', 'in', 'has', 'map', ','),
        )
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, title => {
        const made = createMappedSource('acme', {
          authentication,
          events: [
            {
              kind: 'incident',
              record: 'a',
              subject: 'a',
              at: 'a',
              state: 'a',
              title,
            },
          ],
        });

        expect(made.ok || made.because.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
