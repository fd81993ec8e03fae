import { readExample } from './__testUtils__/readExample';

const at = (minute: number) =>
  Date.parse('2026-11-23T10:00:00.500Z') + minute * 60_000;
const record = 'gitlab:incident:301';
const events = (...given: object[]) => ({ status: 'accepted', events: given });

describe('an incident of GitLab', () => {
  it('is read without the people in it', () => {
    expect(readExample('an incident is opened')).toEqual(
      events({
        kind: 'incident',
        record,
        subject: 'gitlab:acme/shop/payments',
        state: 'triggered',
        at: at(0),
        openedAt: at(0),
        title: 'Payments are down, @…',
        url: 'https://gitlab.example.com/Acme/Shop/Payments/-/issues/23',
      }),
    );
  });

  it.each([
    {
      given: 'the incident is closed, told before it is acknowledged',
      gives: events({ record, state: 'resolved', at: at(30) }),
    },
    {
      given: 'the incident is acknowledged',
      gives: events({ record, state: 'acknowledged', at: at(5) }),
    },
    {
      given: 'the incident gets a severity',
      gives: events({ state: 'updated', at: at(10), severity: 'high' }),
    },
    {
      given: 'the incident is opened again',
      gives: events({ state: 'reopened', at: at(40) }),
    },
    {
      given: 'the incident is closed for good, which only an edit tells',
      gives: events(
        { state: 'updated', at: at(60) },
        { record, state: 'resolved', at: at(55) },
      ),
    },
    {
      given: 'a confidential duplicate is closed, by an older GitLab',
      gives: events({
        record: 'gitlab:incident:302',
        state: 'resolved',
        mergedInto: record,
        title: undefined,
      }),
    },
  ])('tells that $given', ({ given, gives }) => {
    expect(readExample(given)).toMatchObject(gives);
  });

  it('that moves to another project goes on there', () => {
    const collected = readExample('an incident is opened', {
      attributes: { action: 'close', moved_to_id: 400 },
    });

    expect(collected).toMatchObject(
      events({ state: 'resolved', mergedInto: 'gitlab:incident:400' }),
    );
  });

  it.each(['an issue is opened', 'a task is done'])(
    'is not what is told where %s',
    name => {
      expect(readExample(name)).toEqual({
        status: 'ignored',
        because: 'Issues that are no incidents are not recorded',
      });
    },
  );

  it.each([
    { given: 'an epic of a group', change: { project: null }, type: 'Epic' },
    { given: 'an issue without times', change: {}, type: 'Issue' },
  ])('is not what $given is', ({ change, type }) => {
    const collected = readExample('an incident is opened', {
      change,
      attributes: { type, created_at: null, updated_at: null },
    });

    expect(collected.status).toBe('ignored');
  });

  it.each([
    {
      given: 'no project',
      change: { project: null },
      says: 'it names no project',
    },
    { given: 'no id', attributes: { id: null }, says: 'it has no id' },
    {
      given: 'no time with a zone',
      attributes: { created_at: '2026-11-23 10:00:00' },
      says: 'it does not say when',
    },
  ])('with $given is refused', ({ change, attributes, says }) => {
    expect(
      readExample('an incident is opened', { change, attributes }),
    ).toEqual({
      status: 'rejected',
      because: expect.stringContaining(says),
    });
  });
});

const finding = 'gitlab:finding:acme/shop/payments:1';

describe('a vulnerability of GitLab', () => {
  it('is a finding, without the people in it', () => {
    const about = {
      kind: 'finding',
      record: finding,
      subject: 'gitlab:acme/shop/payments',
    };

    expect(readExample('the vulnerability is confirmed')).toEqual(
      events(
        { ...about, state: 'open', at: at(0) },
        {
          ...about,
          state: 'open',
          at: at(20),
          title: 'REXML DoS vulnerability',
          url: 'https://gitlab.example.com/Acme/Shop/Payments/-/security/vulnerabilities/1',
          severity: 'high',
          category: 'dependency',
          rule: 'Gemnasium-29dce398',
          identifiers: ['CVE-2024-41123', 'CWE-400'],
        },
      ),
    );
  });

  it.each([
    {
      given: 'the vulnerability is dismissed',
      gives: { state: 'dismissed', at: at(10) },
    },
    {
      given: 'the vulnerability is fixed, told before it is confirmed',
      gives: { state: 'fixed', at: at(30) },
    },
    {
      given: 'a leaked key of unknown severity is found',
      gives: {
        state: 'open',
        category: 'secret',
        severity: undefined,
        identifiers: undefined,
      },
    },
  ])('tells that $given', ({ given, gives }) => {
    expect(readExample(given)).toMatchObject(
      events({ state: 'open', at: at(0) }, gives),
    );
  });

  it('in a state that is not known moves nothing', () => {
    const collected = readExample('a vulnerability is found', {
      attributes: { state: 'dreamt' },
    });

    expect(collected.status).toBe('ignored');
  });

  it.each([
    'https://gitlab.example.com/acme/shop',
    'ftp://gitlab.example.com/a/b/-/security/vulnerabilities/1',
    null,
  ])('is refused where its link is %s', url => {
    expect(
      readExample('a vulnerability is found', { attributes: { url } }),
    ).toEqual({
      status: 'rejected',
      because: expect.stringContaining('url'),
    });
  });
});
