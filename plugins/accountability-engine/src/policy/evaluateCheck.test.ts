import { evaluateCheck } from './evaluateCheck';
import { compileOne, scopeOf } from './testing/policyKit';

describe('evaluateCheck', () => {
  it('passes, fails and stays unknown', () => {
    const check = compileOne('reliability.incidents <= 3');

    expect(
      evaluateCheck(check, scopeOf({ 'reliability.incidents': 3 })),
    ).toEqual({
      status: 'pass',
      because: 'reliability.incidents is 3, at most 3.',
      clauses: [
        {
          text: 'reliability.incidents <= 3',
          outcome: 'true',
          operands: [{ expression: 'reliability.incidents', value: '3' }],
          facts: ['reliability.incidents'],
        },
      ],
    });
    expect(
      evaluateCheck(check, scopeOf({ 'reliability.incidents': 4 })).status,
    ).toBe('fail');
    expect(
      evaluateCheck(check, scopeOf({ 'reliability.incidents': undefined })),
    ).toMatchObject({
      status: 'unknown',
      because:
        'reliability.incidents is unknown: Only 3 records, 10 are needed.',
    });
    expect(evaluateCheck(check, scopeOf()).status).toBe('unknown');
  });
});
