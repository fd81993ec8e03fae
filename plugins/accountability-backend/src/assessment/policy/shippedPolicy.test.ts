import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { burdens } from 'backstage-plugin-accountability-common';
import {
  builtInFacts,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';

const folder = resolve(__dirname, '../../../policies');
const files = readdirSync(folder).map(name => ({
  name,
  text: readFileSync(resolve(folder, name), 'utf8'),
}));

describe('the policy that comes along', () => {
  const policy = compilePolicy({ files, facts: builtInFacts, digest: '' });
  const deep = policy.scorecards.filter(
    ({ name }) => name !== 'production-readiness',
  );

  it('has no fault', () => {
    expect(policy.diagnostics).toEqual([]);
  });

  it('looks at each burden in a scorecard of its own, which counts nowhere yet', () => {
    const looked = deep.map(({ checks }) => [
      ...new Set(checks.map(({ burden }) => burden)),
    ]);
    expect(looked.flat().sort()).toEqual([...burdens].sort());
    const modes = deep.flatMap(({ checks }) => checks.map(({ mode }) => mode));
    expect(new Set(modes)).toEqual(new Set(['audit']));
  });

  it('says of every check how bad it is, what to do and how much that is', () => {
    const silent = policy.scorecards
      .flatMap(({ checks }) => checks)
      .filter(
        ({ remediation, effortDays }) =>
          !remediation || effortDays === undefined,
      );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('asks for what the ladder of a fact calls silver', () => {
    const known = new Map(builtInFacts.map(fact => [fact.id, fact.ladder]));
    const limits = deep.flatMap(({ checks }) =>
      checks.flatMap(({ expression }) =>
        [...expression.matchAll(/([a-z]+\.\w+) (?:<=|>=|==) ([\d.* ]+)/g)].map(
          ([, fact, limit]) => ({
            fact,
            limit: limit
              .split('*')
              .reduce((product, part) => product * Number(part), 1),
          }),
        ),
      ),
    );
    expect(limits.length).toBeGreaterThan(20);
    expect(limits).toEqual(
      limits.map(({ fact }) => ({ fact, limit: known.get(fact)?.silver })),
    );
  });

  it('has a gate that warns and denies nothing, but where it cannot tell at all', () => {
    const [gate] = policy.gates;
    expect(gate.rules.map(({ mode }) => mode)).toEqual(
      gate.rules.map(() => 'warn'),
    );
    expect(gate.failurePolicy).toEqual({
      onUnknown: 'warn',
      onError: 'warn',
      onEngineError: 'fail',
    });
  });
});
