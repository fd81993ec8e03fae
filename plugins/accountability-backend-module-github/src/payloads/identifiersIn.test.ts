import { identifiersIn } from './identifiersIn';

describe('identifiersIn', () => {
  it.each([
    { given: ['external/cwe/cwe-079'], gives: ['CWE-79'] },
    { given: ['ANCHOREVULN_CVE-2020-27218_java'], gives: ['CVE-2020-27218'] },
    { given: ['ghsa-C2QF-rxjj-qqgw'], gives: ['GHSA-c2qf-rxjj-qqgw'] },
    {
      given: ['CVE-2026-1234 and cve-2026-1234', null, undefined],
      gives: ['CVE-2026-1234'],
    },
    { given: ['js/sql-injection', ''], gives: undefined },
  ])('finds $gives in $given', ({ given, gives }) => {
    expect(identifiersIn(given)).toEqual(gives);
  });

  it('finds twenty at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => `CWE-${index}`);

    expect(identifiersIn(many)).toHaveLength(20);
  });
});
