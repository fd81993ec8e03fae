import fc from 'fast-check';
import { recordKinds } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService, measureExample } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import {
  Bill,
  componentOf,
  Lifecycle,
  nothingSupplied,
  Supply,
} from '../supply';
import { ago, deployed, referenceNow } from '../testing';
import { DAY } from '../time';
import { FactExample } from './defineFact';
import { runtimeEol } from './runtimeEol';

const bill = (sha: string, ...purls: string[]): Bill => ({
  report: `test:report:${sha}`,
  at: ago(1, 'd'),
  sha,
  tellsDirect: false,
  components: purls.map(purl => componentOf({ purl })),
});
const file = (purl: string, path = 'Dockerfile') => ({ purl, path });
const node = 'pkg:generic/node';
const measured = (example: Omit<FactExample, 'given' | 'gives'>) =>
  measureExample(runtimeEol, { given: '', gives: 0, ...example });

function measuredAt(now: number, supply: Partial<Supply>) {
  const { value, nextChangeAt } = measurePrepared(
    runtimeEol,
    prepareFacts({
      now,
      service: exampleService,
      records: [],
      collectedKinds: [],
      sourceKinds: [...recordKinds],
      settings: defaultSettings,
      supply: { ...nothingSupplied, ...supply },
    }),
  );
  return {
    parts: value.status === 'known' ? value.parts : undefined,
    next: nextChangeAt,
  };
}

describe('days until the end of life', () => {
  it('are those of the commit that runs, not of a newer bill', () => {
    const value = measured({
      records: [deployed('d', { sha: 'aaaaaaa', startedAt: ago(2, 'd') })],
      supply: {
        bills: [bill('bbbbbbb', `${node}@24`), bill('aaaaaaa', `${node}@20`)],
      },
    });

    expect(value).toMatchObject({
      value: -208,
      evidence: ['test:report:aaaaaaa'],
      because:
        'Node.js 20, named by the deployed bill of materials, gets no security fixes since 30 Apr 2026; move to a later release.',
    });
  });

  it('are told for each product, and the undated with a word', () => {
    const value = measured({
      supply: {
        runtimes: [
          file('pkg:docker/library/node@22-alpine3.22'),
          file('pkg:generic/go@1.26', 'go.mod'),
          file('pkg:generic/python@%3E%3D3.9', 'pyproject.toml'),
        ],
      },
    });

    expect(value).toMatchObject({
      value: 157,
      sampleSize: 2,
      parts: [
        { key: 'Node.js 22', value: 157, records: [] },
        { key: 'Alpine Linux 3.22', value: 158, records: [] },
      ],
      because:
        'Node.js 22-alpine3.22, named by Dockerfile, gets security fixes until 30 Apr 2027, 157 days from now; no end of Go 1.26, named by go.mod, is known; ">=3.9" of Python in pyproject.toml names no release of which an end is known.',
    });
  });

  it('say nothing of a range where a version of the same product is named', () => {
    const value = measured({
      supply: {
        runtimes: [
          file(`${node}@%3E%3D18`, 'package.json'),
          file(`${node}@22`, '.nvmrc'),
        ],
      },
    });

    expect(value).toMatchObject({ value: 157, sampleSize: 1 });
    expect(value.because).not.toContain('package.json');
  });

  it('leave out packages of a distribution and libraries', () => {
    const value = measured({
      supply: {
        bills: [
          bill(
            'aaaaaaa',
            'pkg:deb/debian/python3.9@3.9.2-3',
            'pkg:gem/uri@3.1.0',
          ),
        ],
        lifecycles: [
          {
            product: 'python',
            title: 'Python',
            packages: ['pkg:deb/debian/python3.9', 'pkg:gem/uri'],
            cycles: [
              { name: '3.9', eolFrom: 0 },
              { name: '3.1', eolFrom: 0 },
            ],
          },
        ],
      },
    });

    expect(value).toMatchObject({ reason: 'insufficient-data' });
  });

  it('come of a loaded list, also where it does not name an image', () => {
    const debian: Lifecycle = {
      product: 'debian',
      title: 'Debian',
      packages: [],
      cycles: [{ name: '12', eolFrom: referenceNow + 10 * DAY }],
    };

    expect(
      measured({
        supply: {
          runtimes: [file('pkg:docker/library/debian@bookworm-slim')],
          lifecycles: [debian],
        },
      }),
    ).toMatchObject({ value: 10 });
  });

  it('are no day sooner or later than their instant says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900 * DAY, max: 900 * DAY }),
        fc.integer({ min: -900 * DAY, max: 900 * DAY }),
        (one, other) => {
          const lifecycle = {
            product: 'x',
            title: 'X',
            packages: [node],
            cycles: [
              { name: '1', eolFrom: referenceNow + one },
              { name: '2', eolFrom: referenceNow + other },
            ],
          };
          const at = (now: number) =>
            measuredAt(now, {
              runtimes: [file(`${node}@1`), file(`${node}@2`)],
              lifecycles: [lifecycle],
            });

          const { parts, next = 0 } = at(referenceNow);

          expect(next).toBeGreaterThan(referenceNow);
          expect(next).toBeLessThanOrEqual(referenceNow + DAY);
          expect(at(next - 1).parts).toEqual(parts);
          expect(at(next).parts).not.toEqual(parts);
        },
      ),
      { numRuns: 50 },
    );
  });
});
