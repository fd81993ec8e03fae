import { collectOne, plainPayload } from '../__testUtils__/collectOne';

const deployment = { kind: 'deployment', state: { value: 'finished' } };
const change = { kind: 'change', state: { value: 'merged' } };
const finding = { kind: 'finding', state: { value: 'open' } };

/** Reads the field of that name out of `value`. */
function read(entry: object, field: string, value: unknown): unknown {
  const collected = collectOne(
    { ...entry, [field]: 'value' },
    { ...plainPayload, value },
  );
  return collected.status === 'accepted'
    ? Reflect.get(collected.events[0], field)
    : collected;
}

describe('a field', () => {
  it.each([
    { entry: deployment, field: 'version', value: 17, gives: '17' },
    { entry: deployment, field: 'version', value: 1.5, gives: '1.5' },
    { entry: deployment, field: 'version', value: ' v2 ', gives: 'v2' },
    { entry: deployment, field: 'result', value: 'SUCCESS', gives: 'success' },
    { entry: change, field: 'files', value: 3, gives: 3 },
    { entry: change, field: 'files', value: '3', gives: 3 },
    { entry: change, field: 'defaultBranch', value: true, gives: true },
    { entry: change, field: 'defaultBranch', value: 'False', gives: false },
    { entry: finding, field: 'cvss', value: '9.8', gives: 9.8 },
    {
      entry: finding,
      field: 'identifiers',
      value: ['CVE-2026-1', 7, null, {}, ''],
      gives: ['CVE-2026-1', '7'],
    },
    {
      entry: finding,
      field: 'identifiers',
      value: Array.from({ length: 30 }, (_, index) => `CWE-${index}`),
      gives: Array.from({ length: 20 }, (_, index) => `CWE-${index}`),
    },
    {
      entry: deployment,
      field: 'url',
      value: 'https://example.org/1',
      gives: 'https://example.org/1',
    },
  ])('$field takes $value', ({ entry, field, value, gives }) => {
    expect(read(entry, field, value)).toEqual(gives);
  });

  it.each([
    { entry: deployment, field: 'version', value: true },
    { entry: deployment, field: 'version', value: 2 ** 60 },
    { entry: deployment, field: 'result', value: 'nearly' },
    { entry: change, field: 'files', value: 1.5 },
    { entry: change, field: 'files', value: -1 },
    { entry: change, field: 'files', value: 'many' },
    { entry: change, field: 'defaultBranch', value: 1 },
    { entry: finding, field: 'cvss', value: 11 },
    { entry: finding, field: 'identifiers', value: 'CVE-2026-1' },
    { entry: finding, field: 'identifiers', value: [] },
    { entry: deployment, field: 'url', value: 'data:text/html,x' },
    { entry: deployment, field: 'url', value: 'nowhere' },
    { entry: deployment, field: 'url', value: 'file:///etc/hosts' },
    { entry: { kind: 'incident' }, field: 'openedAt', value: '2026-11-22' },
    { entry: { kind: 'incident' }, field: 'openedAt', value: true },
  ])('$field does not take $value', ({ entry, field, value }) => {
    expect(read(entry, field, value)).toBeUndefined();
  });

  it.each([
    { given: 'seconds', value: 1795348800 },
    { given: 'milliseconds', value: 1795348800000 },
    { given: 'nanoseconds', value: 1795348800000000000 },
    { given: 'digits', value: '1795348800000' },
    { given: 'an offset', value: '2026-11-22T13:00:00+01:00' },
    { given: "GitLab's format", value: '2026-11-22 12:00:00 UTC' },
  ])('at takes $given', ({ value }) => {
    expect(read({}, 'at', value)).toBe(Date.parse('2026-11-22T12:00:00Z'));
  });

  it('at takes what CEL reckons with times', () => {
    const entry = { impactStart: 'timestamp(alert.at) - duration("10m")' };

    expect(collectOne(entry, plainPayload)).toMatchObject({
      events: [{ impactStart: Date.parse('2026-11-22T11:50:00Z') }],
    });
  });

  it('at takes the time of receipt only where it is named', () => {
    expect(collectOne({ at: 'receivedAt' }, plainPayload)).toMatchObject({
      events: [{ at: Date.parse('2026-11-23T12:00:00Z') }],
    });
  });
});

describe('a text that is too long', () => {
  it('is cut where it is a title, never inside a character', () => {
    const value = `${'x'.repeat(499)}😀 and more`;

    expect(read(deployment, 'title', value)).toBe('x'.repeat(499));
  });

  it.each(['version', 'sha', 'environment'])(
    'is left out where it is a %s',
    field => {
      const value = 'x'.repeat(1000);

      expect(read(deployment, field, value)).toBeUndefined();
    },
  );
});

describe('a field that is an object', () => {
  const entry = {
    cause: {
      by: { value: 'machine' },
      sha: 'alert.commit',
      version: 'alert.v',
    },
  };
  const withAlert = (fields: object) => ({
    alert: { ...plainPayload.alert, ...fields },
  });

  it('is read member by member', () => {
    expect(collectOne(entry, withAlert({ commit: 'abc' }))).toMatchObject({
      events: [{ cause: { by: 'machine', sha: 'abc' } }],
    });
  });

  it('is left out where nothing of it was in the payload', () => {
    const collected = collectOne(entry, withAlert({}));

    expect(JSON.stringify(collected)).not.toContain('cause');
  });

  it('is left out where a member that it needs is not there', () => {
    const review = { id: 'alert.id', verdict: 'alert.verdict' };

    const collected = collectOne({ ...change, review }, withAlert({}));

    expect(collected).toMatchObject({ status: 'accepted' });
    expect(JSON.stringify(collected)).not.toContain('review');
  });

  it('may have names of the author', () => {
    const report = {
      kind: 'report',
      state: { value: 'uploaded' },
      format: { value: 'junit' },
      measures: { tests: 'tests', failures: 'failed', skipped: 'skipped' },
    };

    const collected = collectOne(report, {
      ...plainPayload,
      tests: 10,
      failed: '2',
    });

    expect(collected).toMatchObject({
      events: [{ measures: { tests: 10, failures: 2 } }],
    });
  });
});
