import { readComparison } from './readComparison';

const clause = (text: string, facts: string[] = []) => ({
  text,
  facts,
  outcome: 'false' as const,
  operands: [],
});

describe('readComparison', () => {
  it.each([
    ['reliability.change_fail_rate <= 0.15', 'atMost', 0.15],
    ['ownership.owner_touch >= 0.5', 'atLeast', 0.5],
    ['ownership.truck_factor>1', 'above', 1],
    ['security.kev_open == 0', 'equals', 0],
    ['300 >= pipeline.queue_p95', 'atMost', 300],
    ['pipeline.queue_p95 <= 5 * 60', 'atMost', 300],
    ['ownership.owner_resolves == true', 'equals', true],
  ])('%s is read', (text, comparison, limit) => {
    expect(readComparison(clause(text))).toMatchObject({ comparison, limit });
  });

  it('reads a fact that stands alone as one that must be yes', () => {
    const fact = 'ownership.owner_resolves';

    expect(readComparison(clause(fact, [fact]))).toMatchObject({ limit: true });
    expect(readComparison(clause(`!${fact}`, [fact]))).toMatchObject({
      limit: false,
    });
  });

  it.each(['a.b + 1 <= 3', 'a.b <= c.d', 'size(a.b) > 0', 'a.b'])(
    '%s is left as it is written',
    text => {
      expect(readComparison(clause(text))).toBeUndefined();
    },
  );
});
