import { recordKinds } from 'backstage-plugin-accountability-common';
import { assess } from './assess';
import { AssessInput } from './assessTypes';
import { defaultSettings } from './defaultSettings';
import { builtInFacts } from './facts/registry.generated';
import { exampleService } from './measureExample';
import { ago, causedBy, deployed, many, referenceNow } from './testing';
import { CompiledCheck } from './policy/CompiledPolicy';

function check(id: string, given: Partial<CompiledCheck> = {}): CompiledCheck {
  return {
    id,
    title: `Title of ${id}`,
    burden: 'reliability',
    expression: 'reliability.change_fail_rate <= 0.15',
    mode: 'enforce',
    level: 'bronze',
    facts: ['reliability.change_fail_rate'],
    ...given,
  };
}

function input(given: Partial<AssessInput> = {}): AssessInput {
  return {
    now: referenceNow,
    service: exampleService,
    records: [],
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    facts: builtInFacts,
    policy: {
      digest: 'digest',
      diagnostics: [],
      scorecards: [
        {
          name: 'production',
          title: 'Production readiness',
          levels: ['bronze', 'silver'],
          checks: [check('cfr')],
        },
      ],
    },
    settings: defaultSettings,
    ...given,
  };
}

describe('assess', () => {
  it('carries the digest of the policy, all facts and all five burdens', () => {
    const assessment = assess(input());

    expect(assessment.policy).toBe('digest');
    expect(assessment.facts).toHaveLength(builtInFacts.length);
    expect(assessment.burdens).toHaveLength(5);
  });

  it('keeps twenty ids of evidence and the whole count', () => {
    const records = [
      ...many(30, 'd', id => deployed(id)),
      causedBy('d1', 'i', { startedAt: ago(1, 'd') }),
    ];

    const fact = assess(input({ records })).facts.find(
      ({ id }) => id === 'reliability.deployment_frequency',
    );

    expect(fact).toMatchObject({ evidenceCount: 30 });
    expect(fact?.evidence).toHaveLength(20);
  });

  it('leaves out a scorecard that does not match the entity', () => {
    const { policy } = input();
    const [scorecard] = policy.scorecards;
    const scorecards = [
      { ...scorecard, match: { kind: 'API' } },
      { ...scorecard, name: 'other', match: { kind: 'component' } },
    ];

    const assessment = assess(input({ policy: { ...policy, scorecards } }));

    expect(assessment.scorecards.map(({ scorecard: name }) => name)).toEqual([
      'other',
    ]);
  });
});
