import { builtInFacts } from 'backstage-plugin-accountability-engine';
import { compileEffective } from './compileEffective';
import { digestPolicy } from './digestPolicy';
import { Sourced, findKept } from './findKept';

const facts = builtInFacts;

/** A scorecard; each check is its id with an expression. */
function scorecard(
  checks: Record<string, string>,
  { name = 'ready', title = 'Ready', levels = 'bronze' } = {},
): string {
  const lines = Object.entries(checks).map(
    ([id, expression]) =>
      `    - { id: ${id}, title: ${id}, burden: ownership, level: bronze, expression: '${expression}' }`,
  );
  return [
    'apiVersion: accountability.io/v1alpha1',
    'kind: Scorecard',
    `metadata: { name: ${name}, title: ${title} }`,
    'spec:',
    `  levels: [${levels}]`,
    '  checks:',
    ...lines,
  ].join('\n');
}

function gate(rules: string[], points = 'deploy'): string {
  return [
    'apiVersion: accountability.io/v1alpha1',
    'kind: Gate',
    'metadata: { name: production, title: Production }',
    'spec:',
    `  points: [${points}]`,
    '  rules:',
    ...rules.map(rule => `    - ${rule}`),
  ].join('\n');
}

type Files = Record<string, string>;

/** Files come into force one after the other, as a store does it. */
function inTurn(revisions: readonly Files[]): Sourced & { digest: string } {
  const nothing = { files: [], kept: [], facts, digest: '' };
  let before: Sourced & { digest: string } = {
    ...nothing,
    policy: compileEffective(nothing),
  };
  for (const revision of revisions) {
    const files = Object.entries(revision).map(([name, text]) => {
      return { name, text };
    });
    const alone = compileEffective({ ...nothing, files });
    const kept = findKept(before, alone);
    const digest = digestPolicy({ ...alone, files, kept });
    const policy = compileEffective({ files, kept, facts, digest });
    before = { files, kept, policy, digest };
  }
  return before;
}

const stands = 'ownership.owner_resolves';
const other = '!ownership.owner_resolves';
const broken = 'ownership.owner_resolvs';

/** `ready/a: <expression>`, in order. */
const inForce = ({ policy }: Sourced) =>
  policy.scorecards.flatMap(({ name, checks }) =>
    checks.map(({ id, expression }) => `${name}/${id}: ${expression}`),
  );
const states = ({ policy }: Sourced) =>
  policy.documents.map(({ name, state, rules }) =>
    [name, state, ...rules.map(rule => `${rule.id} ${rule.state}`)].join(', '),
  );

interface Case {
  given: string;
  revisions: Files[];
  /** Checks in force after the last of them. */
  gives: string[];
  /** What is said of its documents. */
  states: string[];
}

describe('what is kept of an earlier policy', () => {
  it.each<Case>([
    {
      given: 'a check that comes to be at fault',
      revisions: [
        { f: scorecard({ a: stands, b: stands, c: stands }) },
        { f: scorecard({ a: stands, b: broken, c: other }) },
      ],
      gives: [`ready/a: ${stands}`, `ready/b: ${stands}`, `ready/c: ${other}`],
      states: ['ready, active, a active, b kept, c active'],
    },
    {
      given: 'one that is at fault for longer, while others change',
      revisions: [
        { f: scorecard({ a: stands, b: stands }) },
        { f: scorecard({ a: stands, b: broken }) },
        { f: scorecard({ a: other, b: broken }) },
      ],
      gives: [`ready/a: ${other}`, `ready/b: ${stands}`],
      states: ['ready, active, a active, b kept'],
    },
    {
      given: 'one that is mended',
      revisions: [
        { f: scorecard({ a: stands }) },
        { f: scorecard({ a: broken }) },
        { f: scorecard({ a: other }) },
      ],
      gives: [`ready/a: ${other}`],
      states: ['ready, active, a active'],
    },
    {
      given: 'one that is taken away while it is at fault',
      revisions: [
        { f: scorecard({ a: stands, b: stands }) },
        { f: scorecard({ a: stands, b: broken }) },
        { f: scorecard({ a: stands }) },
      ],
      gives: [`ready/a: ${stands}`],
      states: ['ready, active, a active'],
    },
    {
      given: 'one that never was good',
      revisions: [
        { f: scorecard({ a: stands }) },
        { f: scorecard({ a: stands, b: broken }) },
      ],
      gives: [`ready/a: ${stands}`],
      states: ['ready, active, a active, b refused'],
    },
    {
      given: 'one whose id cannot be read',
      revisions: [
        { f: scorecard({ a: stands, b: stands }) },
        { f: scorecard({ a: stands, B: stands }) },
      ],
      gives: [`ready/a: ${stands}`, `ready/b: ${stands}`],
      states: ['ready, active, a active, B refused, b kept'],
    },
    {
      given: 'a head that is at fault',
      revisions: [
        { f: scorecard({ a: stands }) },
        { f: scorecard({ a: other }, { title: '[]' }) },
      ],
      gives: [`ready/a: ${stands}`],
      states: ['ready, kept, a kept'],
    },
    {
      given: 'a head that is at fault, of a scorecard with a kept check',
      revisions: [
        { f: scorecard({ a: stands, b: stands }) },
        { f: scorecard({ a: other, b: broken }) },
        { f: scorecard({ a: stands }, { title: '[]' }) },
      ],
      gives: [`ready/a: ${other}`, `ready/b: ${stands}`],
      states: ['ready, kept, a kept, b kept'],
    },
    {
      given: 'a file that is no YAML any more',
      revisions: [
        {
          f: scorecard({ a: stands }),
          g: scorecard({ c: stands }, { name: 'sound' }),
        },
        { f: '{ "', g: scorecard({ c: other }, { name: 'sound' }) },
      ],
      gives: [`sound/c: ${other}`, `ready/a: ${stands}`],
      states: ['ready, kept, a kept', 'sound, active, c active'],
    },
    {
      given: 'a document that moved, from a file that is at fault',
      revisions: [
        { f: scorecard({ a: stands }) },
        { f: '{ "', g: scorecard({ a: other }) },
      ],
      gives: [`ready/a: ${other}`],
      states: [', refused', 'ready, active, a active'],
    },
    {
      given: 'a document that is gone',
      revisions: [
        {
          f: scorecard({ a: stands }),
          g: scorecard({ c: stands }, { name: 'gone' }),
        },
        { f: scorecard({ a: stands }) },
      ],
      gives: [`ready/a: ${stands}`],
      states: ['ready, active, a active'],
    },
  ])('$given', ({ revisions, gives, states: said }) => {
    const result = inTurn(revisions);

    expect(inForce(result)).toEqual(gives);
    expect(states(result)).toEqual(said);
  });

  it('keeps a check without its level where the ladder has it no more', () => {
    const result = inTurn([
      { f: scorecard({ a: stands, b: stands }) },
      { f: scorecard({ b: broken }, { levels: 'gold' }) },
    ]);

    expect(result.policy.scorecards[0].checks).toMatchObject([{ id: 'b' }]);
    expect(result.policy.scorecards[0].checks[0].level).toBeUndefined();
  });

  it('tells the faults of what is kept', () => {
    const { policy } = inTurn([
      { f: scorecard({ a: stands }) },
      { f: scorecard({ a: broken }) },
    ]);

    expect(policy.documents[0].rules[0]).toMatchObject({
      state: 'kept',
      faults: [{ file: 'f', line: 7 }],
    });
    expect(policy.diagnostics).toHaveLength(1);
  });

  it.each([
    {
      given: 'a rule of its own that comes to be at fault',
      before: [`{ id: own, title: Own, expression: '${stands}' }`],
      after: [`{ id: own, title: Own, expression: '${broken}' }`],
      gives: [`own: ${stands}`],
    },
    {
      given: 'a rule that names a check which is kept',
      before: [`{ check: ready/a }`],
      after: [`{ check: ready/a }`],
      gives: [`ready/a: ${stands}`],
    },
    {
      given: 'a rule that names a check that there is not',
      before: [`{ check: ready/a }`],
      after: [`{ check: ready/x }`],
      // Nothing passes for the one that is lost.
      gives: [`ready/a: ${stands}`, 'ready/x: '],
    },
  ])('keeps of a gate $given', ({ before, after, gives }) => {
    const { policy } = inTurn([
      { f: scorecard({ a: stands }), g: gate(before) },
      { f: scorecard({ a: broken }), g: gate(after) },
    ]);

    expect(
      policy.gates[0].rules.map(
        ({ rule, check }) => `${rule}: ${check.expression}`,
      ),
    ).toEqual(gives);
  });

  it('keeps a gate whose head is at fault, with checks as they are in force now', () => {
    const { policy } = inTurn([
      { f: scorecard({ a: stands }), g: gate(['{ check: ready/a }']) },
      {
        f: scorecard({ a: other }),
        g: gate(['{ check: ready/a }'], 'nowhere'),
      },
    ]);

    expect(policy.gates).toMatchObject([
      { points: ['deploy'], rules: [{ check: { expression: other } }] },
    ]);
  });

  it('names the same policy the same, however often the same files come', () => {
    const files = { f: scorecard({ a: broken, b: stands }) };
    const first = { f: scorecard({ a: stands }) };

    const once = inTurn([first, files]);
    const again = inTurn([first, files, files, files]);

    expect(again.digest).toBe(once.digest);
    expect(again.kept).toEqual(once.kept);
  });

  it('names a policy the same whatever its comments, unless it is at fault', () => {
    const sound = scorecard({ a: stands });
    const faulty = scorecard({ a: broken });
    const digest = (text: string) => inTurn([{ f: text }]).digest;

    expect(digest(`# Of ours.\n${sound}`)).toBe(digest(sound));
    expect(digest(`# Of ours.\n${faulty}`)).not.toBe(digest(faulty));
    expect(digest(scorecard({ a: other }))).not.toBe(digest(sound));
  });
});
