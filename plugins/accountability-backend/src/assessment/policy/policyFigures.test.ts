import { policyFigures } from './policyFigures';

const rule = (state: 'active' | 'kept' | 'refused') => {
  return { id: state, state, faults: [] };
};
const document = (state: 'active' | 'refused', rules = [rule('active')]) => {
  return { file: 'f', kind: 'Scorecard', state, rules, faults: [] };
};

describe('policyFigures', () => {
  it('counts what is in force, what is kept and what is not read', () => {
    const figures = policyFigures({
      asOf: 100_000,
      behind: 7,
      documents: [
        document('active', [rule('active'), rule('active'), rule('kept')]),
        document('active', [rule('refused')]),
        document('refused', []),
      ],
      sources: [
        { location: 'a', state: 'unchanged', readAt: 90_000, files: 1 },
        { location: 'b', state: 'failed', readAt: 40_000, files: 1 },
      ],
    });

    expect(figures).toEqual({
      behind: 7,
      rulesActive: 2,
      rulesKept: 1,
      rulesRefused: 1,
      documentsRefused: 1,
      sourcesFailed: 1,
      secondsSinceRead: 60,
    });
  });

  it('does not say since when it is known what never was read', () => {
    const figures = policyFigures({
      asOf: 100_000,
      behind: 0,
      documents: [],
      sources: [{ location: 'a', state: 'pending', files: 0 }],
    });

    expect(figures.secondsSinceRead).toBeUndefined();
  });
});
