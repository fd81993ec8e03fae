import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { FactReading } from 'backstage-plugin-accountability-common';
import {
  builtInFacts,
  compilePolicy,
  judgeService,
} from 'backstage-plugin-accountability-engine';
import fc from 'fast-check';
import { packScorecards, unpackScorecards } from './packScorecards';
import { templateOf } from './PolicyTemplate';

const directory = resolvePackagePath(
  'backstage-plugin-accountability-backend',
  'policies',
);
const NOW = Date.UTC(2026, 10, 30);

/** The shipped scorecards, and one with a condition of several clauses. */
const policy = compilePolicy({
  files: [
    ...readdirSync(directory).map(name => ({
      name,
      text: readFileSync(join(directory, name), 'utf8'),
    })),
    {
      name: 'own.yaml',
      text: `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  levels: [bronze]
  checks:
    - id: conditional
      title: Conditional
      burden: pipeline
      level: bronze
      when: pipeline.main_success > 0.1 && service.kind == "Component"
      expression: pipeline.main_success >= 0.9 && pipeline.queue_p95 <= 300.0 && ownership.owner_resolves
`,
    },
  ],
  facts: builtInFacts,
  digest: 'd1',
});

/** Any value of any fact, or none. */
const facts = fc.tuple(
  ...builtInFacts.map(({ id, unit }) =>
    fc.option(valueOf(unit)).map((value): FactReading => {
      const base = { id, unit, observedAt: NOW, because: 'So it was.' };
      return value === null
        ? { ...base, status: 'unknown', reason: 'no-source' }
        : { ...base, status: 'known', value };
    }),
  ),
);

function valueOf(unit: string): fc.Arbitrary<number | boolean> {
  if (unit === 'boolean') return fc.boolean();
  if (unit === 'instant') return fc.constant(NOW - 86_400_000);
  return fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 100_000 }),
  );
}

function judge(readings: readonly FactReading[]) {
  const { scorecards } = judgeService({
    now: NOW,
    service: {
      entityRef: 'component:default/pay',
      kind: 'Component',
      entity: {},
    },
    facts: new Map(readings.map(fact => [fact.id, fact])),
    policy,
    until: NOW,
  });
  return scorecards;
}

describe('results that are packed by the template of their policy', () => {
  it('are as they were when they are unpacked, whatever the facts', () => {
    const ofs = new Set<string>();
    fc.assert(
      fc.property(facts, readings => {
        const scorecards = judge(readings);
        const stored = JSON.stringify(
          packScorecards(scorecards, templateOf(policy)),
        );
        for (const [, of] of stored.matchAll(/"of":"(\w+)"/g)) ofs.add(of);

        expect(
          unpackScorecards(
            JSON.parse(stored),
            JSON.parse(JSON.stringify(templateOf(policy))),
          ),
        ).toEqual(scorecards);
      }),
      { numRuns: 200 },
    );
    expect([...ofs].sort()).toEqual(['expression', 'when']);
  });

  it('take less than half of the room', () => {
    const [readings] = fc.sample(facts, { numRuns: 1, seed: 1 });
    const scorecards = judge(readings);

    const packed = packScorecards(scorecards, templateOf(policy));

    expect(JSON.stringify(packed).length).toBeLessThan(
      JSON.stringify(scorecards).length / 2,
    );
  });

  it('stay whole where another policy made them', () => {
    const [readings] = fc.sample(facts, { numRuns: 1, seed: 1 });
    const scorecards = judge(readings);

    const packed = packScorecards(scorecards, {});

    expect(packed).toEqual(scorecards);
    expect(unpackScorecards(packed, {})).toEqual(scorecards);
  });
});
