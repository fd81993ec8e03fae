import { builtInFacts } from './facts/registry.generated';
import { measureExample } from './measureExample';

describe.each(builtInFacts)('$id', fact => {
  it.each(fact.examples)('$given gives $gives', example => {
    const value = measureExample(fact, example);

    expect(value.status === 'known' ? value.value : value.reason).toBe(
      example.gives,
    );
    expect(value.because).toMatch(/^([A-Z0-9]|group:).*[^.]\.$/);
    expect(value.evidenceCount).toBe(value.evidence.length);
  });

  it('has three examples, one of them unknown', () => {
    const unknown = fact.examples.filter(
      ({ gives }) => typeof gives === 'string',
    );

    expect(fact.examples.length).toBeGreaterThanOrEqual(3);
    expect(unknown).not.toHaveLength(0);
  });

  it('is named after its burden', () => {
    expect(fact.id).toMatch(new RegExp(`^${fact.burden}\\.[a-z][a-z0-9_]*$`));
    expect(fact.windowDays === 0 || fact.needs.length > 0).toBe(true);
  });
});
