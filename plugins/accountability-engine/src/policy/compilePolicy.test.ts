import { compileTexts, scorecardText } from './testing/policyKit';

const head = [
  'apiVersion: accountability.io/v1alpha1',
  'kind: Scorecard',
  'metadata: { name: sample, title: Sample }',
].join('\n');

const check = (id: string, rest: string) =>
  `    - id: ${id}\n      title: A title\n      burden: security\n${rest.replace(
    /^/gm,
    '      ',
  )}\n`;

const places = (...texts: string[]) =>
  compileTexts(...texts).diagnostics.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );

describe('an expression', () => {
  it.each([
    'reliability.incidents <= 3',
    'reliability.incidents <= 3.0',
    '3 >= reliability.incidents',
    'reliability.incidents == 0',
    'reliability.incidents in [1, 2, 3]',
    'reliability.failed_deployment_recovery_time <= 24 * 60 * 60',
    '2 * (1 - reliability.change_fail_rate) > 1',
    'ownership.owner_resolves',
    '!ownership.owner_resolves || reliability.incidents < 2',
    'has(reliability.incidents) ? reliability.incidents < 3 : true',
    'service.type in ["service", "website"]',
    'has(service.title) && service.title.startsWith("P")',
    'service.owner.matches("^group:default/.+$")',
    'size(service.owner) > 3',
    'now > timestamp("2027-01-15T00:00:00Z")',
    "now - timestamp('2026-01-15T00:00:00Z') < duration('720h')",
    'now < timestamp("2027-01-15T00:00:00Z") + days(30)',
    '["a", "b"].exists(team, service.owner.endsWith(team))',
    '[1, 2, 3].map(n, n * 2).filter(n, n > 2).size() == 2',
    '{"service": 0.1, "website": 0.2}[service.type] > reliability.change_fail_rate',
  ])('is accepted: %s', expression => {
    const { scorecards, diagnostics } = compileTexts(scorecardText(expression));

    expect(diagnostics).toEqual([]);
    expect(scorecards[0].checks).toHaveLength(1);
  });

  it.each([
    [
      'reliability.changeFailRate <= 0.1',
      "10:9 unknown fact 'reliability.changeFailRate' (did you mean 'reliability.change_fail_rate'?)",
    ],
    [
      'ownership.owner_resolves\n  && reliability.incident <= 3',
      "11:14 unknown fact 'reliability.incident' (did you mean 'reliability.incidents'?)",
    ],
    [
      'change_fail_rate < 1',
      "10:9 unknown name 'change_fail_rate' (did you mean 'reliability.change_fail_rate'?)",
    ],
    [
      'service.tpe == "x"',
      "10:9 unknown property 'service.tpe' (did you mean 'service.type'?)",
    ],
    [
      'reliability',
      "10:9 'reliability' is a group of facts (name one of them: reliability.change_fail_rate)",
    ],
    [
      '__proto__ == 1',
      "10:9 unknown name '__proto__' (there are: facts, 'service' and 'now')",
    ],
    [
      'reliability.change_fail_rate <= "x"',
      "10:38 operator '<=' not defined for double and string (write the number without quotes)",
    ],
    [
      'size(service.owner) < reliability.incidents',
      "10:28 operator '<' not defined for int and double (write the number as 1.0 or convert with double())",
    ],
    [
      'now > duration("24h")',
      "10:12 operator '>' not defined for timestamp and duration (compare an age: now - x > duration('24h'))",
    ],
    [
      'ownership.owner_resolves == 1',
      "10:34 operator '==' not defined for bool and int (compare a boolean with true or false, or use it alone)",
    ],
    [
      'reliability.incidents % 2 == 0',
      "10:31 operator '%' not defined for double and double (a remainder needs whole numbers: int(x) % 2)",
    ],
    [
      '[1]["a"] == 1',
      "10:12 operator '[]' not defined for list<int> and string",
    ],
    [
      'duration("30d") > days(1)',
      "10:9 invalid duration literal (use h, m, s: e.g. '720h' for 30 days, or days(30))",
    ],
    [
      'timestamp("2026") < now',
      "10:9 invalid timestamp literal (write the instant in full: '2027-01-15T00:00:00Z')",
    ],
    [
      'service.type.matches("(?=x)")',
      "10:21 invalid pattern '(?=x)' (RE2 syntax, without look-around and back-references)",
    ],
    [
      'reliability.incidents',
      '10:9 the expression gives double, not bool (compare it with something)',
    ],
    [
      '[1, "a"].size() == 2',
      '10:9 int and string do not mix (make them one type)',
    ],
    ['sizes("a") == 1', "10:9 unknown function 'sizes' (did you mean 'size'?)"],
    ['contains("a", "b")', "10:9 'contains' is a method (write x.contains(y))"],
    [
      '[1].exists(now, now > 1)',
      "10:12 'now' is taken (give the variable another name)",
    ],
    [
      'null == 1',
      '10:9 null, bytes and unsigned numbers are not available here',
    ],
    ['a and b', "10:11 'and' is not an operator (write &&)"],
    [
      'reliability.incidents = 3',
      "10:31 a single '=' compares nothing (write ==)",
    ],
    [
      'reliability.incidents <= 3 &&',
      '10:36 the expression ends with an operator (write what comes after it or remove it)',
    ],
    [
      '(reliability.incidents <= 3',
      '10:36 the expression is not complete (check that every bracket is closed)',
    ],
    ['"abc', '10:9 the string is not closed (add the quote that ends it)'],
    [
      `${'('.repeat(101)}true${')'.repeat(101)}`,
      '10:109 brackets are nested more than 100 deep (split it into several checks)',
    ],
    [
      `1${' + 1'.repeat(300)} == 1`,
      '10:9 the expression is nested too deeply (split it into several checks)',
    ],
    [
      `true || "${'x'.repeat(4096)}" == ""`,
      '10:4105 the expression is 4113 characters long, more than 4096 (split it into several checks)',
    ],
    [
      '[1,2,3,4,5,6,7,8].all(a, [1,2,3,4,5,6,7,8].all(b, [1,2,3,4,5,6,7,8].all(c, a < b + c)))',
      '10:9 estimated cost 5738 exceeds 5000 (avoid nested all()/exists())',
    ],
  ])('is refused at its place: %s', (expression, fault) => {
    expect(places(scorecardText(expression))).toEqual([`a.yaml:${fault}`]);
  });

  it('tells every fault at once, in when as in expression', () => {
    const text = scorecardText('foo < 1 && reliability.incidents < "3"', {
      when: 'service.kin == ""',
    });

    expect(places(text)).toEqual([
      expect.stringMatching(/^a\.yaml:12:9 unknown name 'foo'/),
      expect.stringMatching(/^a\.yaml:12:42 operator '<' not defined/),
      expect.stringMatching(/^a\.yaml:10:9 unknown property 'service\.kin'/),
    ]);
  });

  it.each([
    ['plain', 'expression: reliability.incident < 3', '9:19'],
    [
      'quoted',
      `expression: "\\"a\\" == '' || reliability.incident < 3"`,
      '9:35',
    ],
    [
      'single-quoted',
      `expression: 'service.type == "it" && reliability.incident < 3'`,
      '9:44',
    ],
    [
      'folded',
      'expression: >\n  ownership.owner_resolves\n  && reliability.incident < 3',
      '11:12',
    ],
    [
      'block with a comment',
      'expression: | # why\n  true &&\n\n    reliability.incident < 3',
      '12:11',
    ],
  ])('is mapped to its place in a %s scalar', (_, field, place) => {
    const text = `${head}\nspec:\n  checks:\n${check('x', field)}`;

    expect(places(text)).toEqual([
      `a.yaml:${place} unknown fact 'reliability.incident' (did you mean 'reliability.incidents'?)`,
    ]);
  });
});

describe('a scorecard', () => {
  it('has a ladder and enforces where it says nothing else', () => {
    const { scorecards, digest } = compileTexts(
      scorecardText('ownership.owner_resolves\n'),
    );

    expect(digest).toBe('digest');
    expect(scorecards).toMatchObject([
      {
        name: 'sample',
        title: 'Sample',
        levels: ['bronze', 'silver', 'gold'],
        checks: [
          {
            id: 'only',
            title: 'The only check',
            burden: 'reliability',
            expression: 'ownership.owner_resolves',
            mode: 'enforce',
            facts: ['ownership.owner_resolves'],
            readsNow: false,
            program: expect.anything(),
          },
        ],
      },
    ]);
  });

  it('takes the mode of its defaults where a check names none', () => {
    const text = `${head}\nspec:\n  defaults: { mode: warn }\n  checks:\n${check(
      'a',
      'expression: now > now',
    )}${check('b', 'mode: enforce\nlevel: gold\nexpression: "true"')}`;
    const [a, b] = compileTexts(text).scorecards[0].checks;

    expect(a).toMatchObject({ mode: 'warn', readsNow: true });
    expect(b).toMatchObject({
      mode: 'enforce',
      level: 'gold',
      readsNow: false,
    });
  });

  it.each([
    [
      'a tag',
      'expression: !foo.bar',
      '9:19 unresolved tag: !foo.bar (write the expression with |)',
    ],
    [
      'a quoted start',
      'expression: "staging" in service.type',
      '9:29 unexpected scalar at node end (write the expression with |)',
    ],
    [
      'a list at the start',
      'expression: [1].all(x, x > 1)',
      '9:22 unexpected scalar at node end (write the expression with |)',
    ],
    [
      'a colon',
      'expression: true ? true : false',
      '9:19 nested mappings are not allowed in compact mappings (write the expression with |)',
    ],
    [
      'an unknown key',
      'expresion: "true"',
      "9:7 unknown key 'expresion' (did you mean 'expression'?)",
    ],
    [
      'an unknown level',
      'level: platinum\nexpression: "true"',
      "9:14 unknown level 'platinum' (there are: bronze, silver, gold)",
    ],
    [
      'an unknown mode',
      'mode: enforced\nexpression: "true"',
      "9:13 unknown mode 'enforced' (did you mean 'enforce'?)",
    ],
    [
      'a number for a text',
      'expression: 3',
      "9:19 'expression' has to be of type string",
    ],
    [
      'a key twice',
      'expression: "true"\nexpression: "true"',
      '10:7 map keys must be unique',
    ],
  ])('loses one check, not its neighbours, by %s', (_, field, fault) => {
    const text = `${head}\nspec:\n  checks:\n${check('bad', field)}${check(
      'good',
      'expression: "true"',
    )}`;
    const { scorecards } = compileTexts(text);

    expect(scorecards[0].checks.map(({ id }) => id)).toEqual(['good']);
    expect(places(text)).toContain(`a.yaml:${fault}`);
  });

  it('keeps the first of two checks with one id', () => {
    const text = `${head}\nspec:\n  checks:\n${check(
      'x',
      'expression: "true"',
    )}${check('x', 'expression: "false"')}`;

    expect(compileTexts(text).scorecards[0].checks[0].expression).toBe('true');
    expect(places(text)).toEqual([
      "a.yaml:10:11 duplicate id 'x' (the first of that id stands; give this one another)",
    ]);
  });

  it.each([
    [
      'no kind',
      'apiVersion: accountability.io/v1alpha1',
      "1:1 'kind' is missing",
    ],
    [
      'another kind',
      head.replace('Scorecard', 'Scorecrd'),
      "2:7 unknown kind 'Scorecrd' (did you mean 'Scorecard'?)",
    ],
    [
      'a match that is none',
      `${head}\nspec:\n  match: { $foo: [1] }\n  checks: [{}]`,
      "5:10 'match': this is not a filter predicate (write for example: kind: Component, or $all: [...])",
    ],
    [
      'a level twice',
      `${head}\nspec:\n  levels: [a, b, a]\n  checks: [{}]`,
      "5:18 duplicate level 'a'",
    ],
    [
      'YAML that is none',
      `${head}\nspec: [`,
      '5:1 flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'nothing',
      '# empty',
      '1:1 the file holds no policy (write a scorecard or remove the file)',
    ],
  ])('with %s is left out, and the other document stands', (_, text, fault) => {
    const { scorecards } = compileTexts(`${text}\n`, scorecardText('true'));

    expect(scorecards.map(({ name }) => name)).toEqual(['sample']);
    expect(places(`${text}\n`)).toContain(`a.yaml:${fault}`);
  });

  it('may share its file with others, whose faults are not its own', () => {
    const text = `${head.replace(
      'sample',
      'broken',
    )}\nspec: 3\n---\n${scorecardText('true')}---\n${scorecardText('false')}`;

    expect(compileTexts(text).scorecards.map(({ name }) => name)).toEqual([
      'sample',
    ]);
    expect(places(text)).toEqual([
      "a.yaml:4:7 'spec' has to be of type object",
      "a.yaml:19:19 duplicate scorecard 'sample' (the first of that name stands; give this one another)",
    ]);
  });
});
