import { authentication, plainEntry } from '../__testUtils__/collectOne';
import { createMappedSource } from '../createMappedSource';

function because(mapping: unknown, id = 'acme'): string {
  const made = createMappedSource(id, mapping);
  return made.ok ? 'nothing is wrong' : made.because;
}

/** What is wrong with an entry that is as it should be, but for some fields. */
const becauseOf = (entry: object) =>
  because({ authentication, events: [{ ...plainEntry, ...entry }] });

const PATH = 'accountability.mappings.acme';

describe('a mapping that is wrong', () => {
  it.each([
    { given: 'a text', mapping: 'x', gives: `${PATH} has to be an object` },
    { given: 'nothing', mapping: null, gives: `${PATH} has to be an object` },
    {
      given: 'a key that is misspelt',
      mapping: { authentication, evnets: [], events: [plainEntry] },
      gives: `${PATH} has no "evnets" (did you mean "events"?)`,
    },
    {
      given: 'a key that nothing is like',
      mapping: { authentication, webhook: 1, events: [plainEntry] },
      gives: `${PATH} has no "webhook" (there are: authentication, deliveryId, type, ignore, events)`,
    },
    {
      given: 'no events',
      mapping: { authentication },
      gives: `${PATH}.events has to be a list of at least one event`,
    },
    {
      given: 'an empty list of events',
      mapping: { authentication, events: [] },
      gives: `${PATH}.events has to be a list of at least one event`,
    },
    {
      given: 'an event that is a text',
      mapping: { authentication, events: ['x'] },
      gives: `${PATH}.events[0] has to be an object`,
    },
    {
      given: 'types to ignore without a type',
      mapping: { authentication, ignore: ['x'], events: [plainEntry] },
      gives: `${PATH}.ignore needs type, the expression that gives the type of an event`,
    },
    {
      given: 'a text in place of types to ignore',
      mapping: {
        authentication,
        type: 'action',
        ignore: 'x',
        events: [plainEntry],
      },
      gives: `${PATH}.ignore has to be a list of types`,
    },
    {
      given: 'no authentication',
      mapping: { events: [plainEntry] },
      gives: `${PATH}.authentication has to name one of: token, query, hmac, standardWebhooks`,
    },
  ])('is refused for $given', ({ mapping, gives }) => {
    expect(because(mapping)).toBe(gives);
  });

  it.each(['Acme', 'acme:x', 'a b', '', '9lives', 'generic', 'x'.repeat(51)])(
    'is refused for the id %j',
    id => {
      const mapping = { authentication, events: [plainEntry] };

      expect(because(mapping, id)).toContain('needs another name');
    },
  );

  it('is told with its first faults and how many there are', () => {
    const wrong = { a: 'x', b: 'x', c: 'x', d: 'x', e: 'x', f: 'x', g: 'x' };

    expect(becauseOf(wrong)).toMatch(/; and 2 more$/);
  });
});

describe('an event that is wrong', () => {
  it.each([
    {
      given: 'no kind',
      entry: { kind: undefined },
      gives: `.kind is missing; it is one of: deployment, incident, change, build, alert, finding, report`,
    },
    {
      given: 'a kind that is misspelt',
      entry: { kind: 'incidents' },
      gives: '.kind is no kind of record (did you mean "incident"?)',
    },
    {
      given: 'a field that is misspelt',
      entry: { sevrity: 'x' },
      gives: ' has no "sevrity" (did you mean "severity"?)',
    },
    {
      given: 'a field of another kind',
      entry: { environment: 'x' },
      gives:
        ' has no "environment" (there are: when, each, kind, record, subject, standIn, at, title, url, state, openedAt, impactStart, severity, mergedInto, cause, detectedBy, response, chain)',
    },
    {
      given: 'a state of another kind',
      entry: { state: { value: 'finished' } },
      gives:
        '.state.value "finished" is none of its words (there are: triggered, acknowledged, reopened, resolved, updated)',
    },
    {
      given: 'a state that is misspelt in a table',
      entry: { state: { from: 'action', values: { Create: 'trigered' } } },
      gives:
        '.state.values.Create "trigered" is none of its words (did you mean "triggered"?)',
    },
    {
      given: 'a word in place of an expression',
      entry: { state: 'triggered' },
      gives:
        '.state `triggered` is a path of the payload; the word itself is written {value: triggered}',
    },
    {
      given: 'production in place of an expression',
      entry: {
        kind: 'deployment',
        state: { value: 'finished' },
        environment: 'production',
      },
      gives: '.environment `production` is a path of the payload; the word',
    },
    {
      given: 'a table without entries',
      entry: { state: { from: 'action', values: {} } },
      gives: '.state.values names no value',
    },
    {
      given: 'a number in place of an expression',
      entry: { title: 5 },
      gives:
        '.title has to be an expression, a list of expressions, {from, values} or {value}',
    },
    {
      given: 'an empty list of expressions',
      entry: { title: [] },
      gives: '.title names no expression',
    },
    {
      given: 'what YAML makes of an expression without quotes',
      entry: { title: [{ 'a ? "b"': 'c' }] },
      gives:
        '.title[0] has to be an expression in single quotes, and is an object',
    },
    {
      given: 'a constant that is no number',
      entry: {
        kind: 'change',
        state: { value: 'merged' },
        files: { value: 'many' },
      },
      gives: '.files.value gives a text that is no number',
    },
    {
      given: 'a member that is misspelt',
      entry: { cause: { by: { value: 'machine' }, commit: 'x' } },
      gives:
        '.cause has no "commit" (there are: by, record, sha, version, artifact)',
    },
    {
      given: 'an object without a member that it needs',
      entry: { cause: { sha: 'x' } },
      gives: '.cause lacks "by"',
    },
    {
      given: 'an expression in place of an object',
      entry: { cause: 'alert.cause' },
      gives: '.cause has to be an object with a field each',
    },
    {
      given: 'an item without each',
      entry: { title: 'item.name' },
      gives: '.title `item.name` reads item, which is there only beside each',
    },
    {
      given: 'a condition that gives a text',
      entry: { when: '"Create"' },
      gives: '.when `"Create"` gives a string, and true or false is wanted',
    },
    {
      given: 'a condition that is no expression',
      entry: { when: true },
      gives: '.when has to be an expression in single quotes, and is a boolean',
    },
    {
      given: 'a list that is a comparison',
      entry: { each: 'alerts == 1' },
      gives: '.each `alerts == 1` gives a bool, and a list is wanted',
    },
    {
      given: 'a text that is a comparison',
      entry: { title: 'action == "x"' },
      gives:
        '.title `action == "x"` gives a bool, and a string or number or timestamp is wanted',
    },
    {
      given: 'a state that is a number',
      entry: { state: 'size(alerts)' },
      gives: '.state `size(alerts)` gives a number, and a string is wanted',
    },
    {
      given: 'a header that holds a secret',
      entry: { title: 'headers["X-Token"]' },
      gives:
        '.title `headers["X-Token"]` reads the header x-token, which holds a secret and is not kept',
    },
    {
      given: 'a header that holds secrets with any sender',
      entry: { title: 'headers.authorization' },
      gives:
        '.title `headers.authorization` reads the header authorization, which',
    },
    {
      given: 'all headers',
      entry: { title: 'string(size(headers))' },
      gives:
        '.title `string(size(headers))` uses all headers; name one in quotes: headers["x-event"]',
    },
  ])('is refused for $given', ({ entry, gives }) => {
    expect(becauseOf(entry)).toContain(`${PATH}.events[0]${gives}`);
  });

  it('is refused for each field that every event needs', () => {
    const entry = { kind: 'report' };

    expect(because({ authentication, events: [entry] })).toBe(
      ['record', 'subject', 'at', 'state', 'format']
        .map(
          name =>
            `${PATH}.events[0] lacks "${name}", which every record event has`,
        )
        .join('; '),
    );
  });
});

describe('an expression that is wrong', () => {
  it.each([
    { text: '', gives: 'is empty; write an expression' },
    { text: 'a &&', gives: 'something is missing after the operator' },
    { text: 'a = 1', gives: 'a comparison is written ==' },
    { text: 'a and b', gives: '"and" is written &&' },
    { text: '"a', gives: 'the text in quotes is not closed' },
    { text: '(a', gives: 'check the operator before it and the brackets' },
    { text: 'a.b(', gives: 'cannot be read from character' },
    {
      text: 'package.name',
      gives:
        'names "package", which is a word of CEL; write payload["package"]',
    },
    {
      text: 'alert.in',
      gives: 'names "in", which is a word of CEL; write alert["in"]',
    },
    { text: 'sise(a)', gives: 'calls "sise" (did you mean "size"?)' },
    { text: 'a.replace("x", "y")', gives: 'calls "replace"' },
    { text: 'size(1)', gives: 'uses size on int, which it cannot' },
    { text: '"a" + 1', gives: 'uses + on string and int, which it cannot' },
    { text: 'a || "b"', gives: 'uses a string where || takes a bool' },
    {
      text: '"a" == 1',
      gives: 'compares a string with a int, which are never',
    },
    {
      text: '"a".exists(x, x)',
      gives: 'goes through a string, which is no list',
    },
    { text: 'acme.Message{}', gives: 'names the message acme.Message' },
    { text: 'x'.repeat(2001), gives: 'is longer than 2000 characters' },
    {
      text: `${'('.repeat(400)}a${')'.repeat(400)}`,
      gives: 'nothing is wrong',
    },
    { text: `a${'.b'.repeat(300)}`, gives: 'nested too deeply' },
  ])('%# is refused with a hint', ({ text, gives }) => {
    expect(becauseOf({ title: text, when: text })).toContain(gives);
  });
});
