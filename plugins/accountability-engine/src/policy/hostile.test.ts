import { celEngine } from './cel/celEngine';
import { compilePolicy } from './compilePolicy';
import { evaluateCheck } from './evaluateCheck';
import {
  compileOne,
  compileTexts,
  sampleFacts,
  scopeOf,
  scorecardText,
} from './testing/policyKit';

const many = (text: string, times: number, joint = '') =>
  Array(times).fill(text).join(joint);
const list = (length: number) => `[${many('1', length, ',')}]`;
const eight = '[1,2,3,4,5,6,7,8]';

const message = (expression: string) =>
  compileTexts(scorecardText(expression))
    .diagnostics.map(fault => fault.message)
    .join();

describe('a hostile expression is refused', () => {
  it.each<[string, string, RegExp]>([
    [
      '5,000 brackets',
      `${many('(', 5000)}true${many(')', 5000)}`,
      /more than 4096/,
    ],
    [
      '101 brackets',
      `${many('(', 101)}true${many(')', 101)}`,
      /more than 100 deep/,
    ],
    [
      '101 lists',
      `${many('[', 101)}${many(']', 101)} == []`,
      /more than 100 deep/,
    ],
    ['5,000 conditions', many('true', 5000, '&&'), /more than 4096/],
    ['5,000 alternatives', many('true', 5000, '||'), /more than 4096/],
    ['300 terms', `1${many(' + 1', 300)} > 0`, /nested too deeply/],
    ['250 choices', `${many('true ? true : ', 250)}true`, /nested too deeply/],
    [
      '2,000 properties',
      `service${many('.a', 2000)} == 1`,
      /nested too deeply/,
    ],
    [
      'nested macros',
      `${eight}.all(a, ${eight}.all(b, ${eight}.all(c, ${eight}.all(d, true))))`,
      /estimated cost \d+ exceeds 5000/,
    ],
    [
      'a macro over a huge list',
      `${list(2000)}.all(x, x > 0)`,
      /estimated cost/,
    ],
    [
      'lists put together one by one',
      `${list(900)}.map(x, x).map(x, x).size() > 0`,
      /estimated cost/,
    ],
    [
      'tags against tags',
      'service.tags.all(a, service.tags.exists(b, a == b))',
      /estimated cost/,
    ],
    [
      'a slow pattern on every tag',
      'service.tags.all(t, t.matches("^(a+)+$"))',
      /estimated cost/,
    ],
    [
      'a pattern that unfolds',
      'service.owner.matches("(a?){1000}(a){1000}")',
      /estimated cost/,
    ],
    [
      'a pattern that unfolds twice',
      'service.owner.matches("((a{0,100}){0,100}){0,100}")',
      /invalid pattern/,
    ],
    ['look-ahead', 'service.owner.matches("(?=a)")', /invalid pattern/],
    [
      'a back-reference',
      'service.owner.matches("(a)\\\\1")',
      /invalid pattern/,
    ],
    [
      'a pattern out of the catalog',
      'service.owner.matches(service.type)',
      /has to be a string as written/,
    ],
    [
      'a whole number too large',
      '99999999999999999999 > 1',
      /the number is too large/,
    ],
    ['a number without end', '1e999 > 1.0', /the number is too large/],
    ['a prototype', '__proto__ == 1', /unknown name '__proto__'/],
    ['a constructor', 'constructor == 1', /unknown name 'constructor'/],
    ["a property's prototype", 'service.__proto__ == "x"', /unknown property/],
    [
      "a property's constructor",
      'service.constructor == "x"',
      /unknown property/,
    ],
    [
      "a text's constructor",
      'service.type.constructor == "x"',
      /string has no property/,
    ],
    ["a param's prototype", 'params.toString == "x"', /unknown param/],
    [
      "a variable's prototype",
      'variables.constructor == "x"',
      /unknown variable/,
    ],
    [
      'a method of every object',
      'service.type.toString() == "x"',
      /unknown function/,
    ],
    ['a method called constructor', 'constructor() == "x"', /unknown function/],
    ['4 KiB of dots', many('.', 4095), /unexpected/],
    ['4 KiB of !', many('!', 4095), /ends with an operator/],
    ['4 KiB of ?', many('?', 4095), /optional values/],
    ['4 KiB of quotes', many('"', 4095), /not closed/],
  ])('%s', (_, expression, fault) => {
    expect(message(expression)).toMatch(fault);
  });
});

describe('a hostile expression that is taken costs little and is right', () => {
  const tags = Array.from({ length: 50 }, () => 'a'.repeat(256));
  const scope = scopeOf(
    {},
    { owner: `${'a'.repeat(255)}!`, entity: { metadata: { tags } } },
  );

  it.each<[string, string, string]>([
    ['500 conditions', many('true', 500, '&&'), 'pass'],
    ['400 alternatives', many('1 > 2', 400, '||'), 'fail'],
    [
      'a pattern that makes others hang',
      'service.owner.matches("^(a+)+$")',
      'fail',
    ],
    ['4 KiB of minus', `${many('-', 4086)}1 > 0`, 'pass'],
    ['an even number of !', `${many('!', 200)}true`, 'pass'],
    ['a huge list', `${list(1900)}.size() == 1900`, 'pass'],
    [
      'a prototype as a key',
      '{"__proto__": 1, "constructor": 2}["constructor"] == 2',
      'pass',
    ],
    [
      'a prototype as a key that is not there',
      'has({"a": 1}.__proto__)',
      'fail',
    ],
    [
      'a prototype as a variable',
      '[1, 2].all(__proto__, __proto__ > 0)',
      'pass',
    ],
    [
      'a constructor as a variable',
      '[1, 2].exists(constructor, constructor == 2)',
      'pass',
    ],
    ['a label called __proto__', 'has(service.labels.__proto__)', 'fail'],
  ])('%s', (_, expression, status) => {
    const result = celEngine.compile(expression, { facts: sampleFacts });

    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.expression.cost).toBeLessThanOrEqual(5000);
    expect(evaluateCheck(compileOne(expression), scope).status).toBe(status);
  });
});

describe('a hostile file is told and nothing is thrown', () => {
  const aliases = 'abcdefghij'
    .split('')
    .map((name, index, all) =>
      index === 0
        ? `${name}: &${name} [1,1,1,1,1,1,1,1,1]`
        : `${name}: &${name} [${many(`*${all[index - 1]}`, 9, ',')}]`,
    )
    .join('\n');
  const good = scorecardText('true');

  it.each<[string, string, RegExp]>([
    ['aliases that unfold', aliases, /excessive alias count/i],
    ['deep lists', many('[', 50_000), /nested too deeply/],
    ['deep blocks', `${many('- ', 20_000)}a`, /nested too deeply/],
    ['deep maps', many('{a: ', 20_000), /nested too deeply/],
    ['a megabyte', 'a'.repeat(1024 * 1024), /longer than 256 KiB/],
    [
      'a thousand documents',
      many('---\na: 1\n', 1000),
      /more than 100 documents/,
    ],
    [
      '20,000 keys that are one',
      many('k: 1\n', 20_000),
      /map keys must be unique/,
    ],
    [
      '20,000 keys',
      Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n'),
      /is missing/,
    ],
    [
      'a prototype as a key',
      `__proto__: { a: 1 }\n${good}`,
      /unknown key '__proto__'/,
    ],
    [
      'a constructor as a key',
      `constructor: { a: 1 }\n${good}`,
      /unknown key 'constructor'/,
    ],
    ['a thousand tags', many('!a ', 1000), /tag/],
    ['no text at all', '\u0000\u0001', /./],
  ])('%s', (_, text, fault) => {
    const files = [
      { name: 'a.yaml', text },
      { name: 'b.yaml', text: good },
    ];
    const policy = compilePolicy({ files, facts: sampleFacts, digest: '' });

    expect(policy.scorecards.map(({ name }) => name)).toEqual(['sample']);
    expect(policy.diagnostics.map(({ message: said }) => said).join()).toMatch(
      fault,
    );
    expect(policy.diagnostics.length).toBeLessThan(30);
  });

  it('a scorecard has at most 200 checks, a gate at most 100 rules', () => {
    const checks = many('{}', 201, ', ');
    const text = good.replace(/checks:[^]*/, `checks: [${checks}]\n`);
    const gate = text.replace('Scorecard', 'Gate').replace('checks', 'rules');

    expect(
      compileTexts(text, gate).diagnostics.map(({ message: said }) => said),
    ).toEqual([
      "'checks': a scorecard has at most 200 checks (write a second one)",
      "'rules': a gate has at most 100 rules (write a second one)",
    ]);
  });
});
