import { testReceivedAt } from 'backstage-plugin-accountability-node/testUtils';
import { collect, collectExample } from './__testUtils__/collect';
import { lastEvent } from './__testUtils__/lastEvent';
import { told } from './__testUtils__/told';

const repository = { full_name: 'Acme/Payments', default_branch: 'main' };
const subject = 'github:acme/payments';
const receivedAt = new Date(testReceivedAt).toISOString();

const created = { created_at: '2026-11-22T10:00:00Z' };
const updated = { updated_at: '2026-11-22T11:00:00Z' };

describe('an alert of code scanning', () => {
  const alert = {
    number: 1,
    state: 'open',
    ...created,
    rule: { id: 'js/sql', description: 'SQL', severity: 'warning' },
  };
  const withAlert = (given: object, of: object = {}) =>
    collect('code_scanning_alert', {
      action: 'created',
      alert: { ...alert, ...given },
      ref: 'refs/heads/main',
      repository,
      ...of,
    });

  it('is a finding with all that others know it by', () => {
    expect(collectExample('a flaw is fixed, told before it was found')).toEqual(
      {
        status: 'accepted',
        events: [
          {
            kind: 'finding',
            record: 'github:code-scanning:acme/payments:1',
            subject,
            category: 'code',
            state: 'open',
            at: Date.parse('2026-11-23T12:00:00Z'),
          },
          {
            kind: 'finding',
            record: 'github:code-scanning:acme/payments:1',
            subject,
            category: 'code',
            state: 'fixed',
            at: Date.parse('2026-11-23T12:09:00Z'),
            title: 'Query built from what somebody sent',
            url: 'https://github.com/Acme/Payments/security/code-scanning/1',
            rule: 'js/sql-injection',
            severity: 'critical',
            identifiers: ['CWE-89'],
          },
        ],
      },
    );
  });

  it.each([
    { given: 'a flaw is found', gives: ['open 12:00', 'open 12:00'] },
    { given: 'the flaw is there again', gives: ['open 12:00', 'open 12:20'] },
    {
      given: 'somebody dismisses the flaw',
      gives: ['open 12:00', 'dismissed 12:30'],
    },
    { given: 'a flaw is found on a branch of somebody', gives: ['ignored'] },
  ])('tells $gives when $given', ({ given, gives }) => {
    expect(told(collectExample(given))).toEqual(gives);
  });

  it.each([
    { given: 'another branch', of: { ref: 'refs/heads/x' }, gives: 'ignored' },
    { given: 'a request', of: { ref: 'refs/pull/1/merge' }, gives: 'ignored' },
    { given: 'the default branch', of: {}, gives: 'accepted' },
    { given: 'no branch', of: { ref: '' }, gives: 'accepted' },
  ])('that is told of $given is $gives', ({ of, gives }) => {
    expect(withAlert({}, of).status).toBe(gives);
  });

  it.each([
    {
      given: { most_recent_instance: { ref: 'refs/heads/main' } },
      gives: 'accepted',
    },
    {
      given: { most_recent_instance: { ref: 'refs/heads/x' } },
      gives: 'ignored',
    },
    {
      given: {
        instances: [{ ref: 'refs/heads/x' }, { ref: 'refs/heads/main' }],
      },
      gives: 'accepted',
    },
  ])('that names no branch and has $given is $gives', ({ given, gives }) => {
    expect(withAlert(given, { ref: undefined }).status).toBe(gives);
  });

  it.each([
    { action: 'reopened', given: updated, gives: 'open 11:00' },
    { action: 'appeared_in_branch', given: updated, gives: 'open 11:00' },
    { action: 'reopened', given: {}, gives: 'open 12:00' },
    {
      action: 'fixed',
      given: { state: 'fixed', ...updated },
      gives: 'fixed 11:00',
    },
    { action: 'fixed', given: { state: 'fixed' }, gives: 'fixed 12:00' },
    { action: 'open', given: updated, gives: 'open 11:00' },
    { action: 'open', given: {}, gives: 'open 10:00' },
  ])('that is $action with $given is "$gives"', ({ action, given, gives }) => {
    const collected = withAlert(given, { action });

    expect(told(collected)).toEqual(['open 10:00', gives]);
  });

  it.each([
    { given: 'error', gives: 'high' },
    { given: 'warning', gives: 'medium' },
    { given: 'note', gives: 'low' },
    { given: 'none', gives: undefined },
    { given: null, gives: undefined },
  ])('of the level $given is of the severity $gives', ({ given, gives }) => {
    const rule = { ...alert.rule, severity: given };

    expect(lastEvent(withAlert({ rule })).severity).toBe(gives);
  });

  it('in a state that is still unknown is nothing to record', () => {
    expect(withAlert({ state: null }).status).toBe('ignored');
  });
});

describe('a leaked secret', () => {
  const withSecret = (given: object, action = 'created') =>
    collect('secret_scanning_alert', {
      action,
      alert: { number: 1, secret_type: 'acme_api_key', ...given },
      repository,
    });

  it('is a finding without the secret', () => {
    const collected = collectExample('the secret is found to work');

    expect(collected).toHaveProperty('events.1', {
      kind: 'finding',
      record: 'github:secret-scanning:acme/payments:1',
      subject,
      category: 'secret',
      state: 'open',
      at: Date.parse('2026-11-23T12:01:00Z'),
      title: 'Acme API Key',
      url: 'https://github.com/Acme/Payments/security/secret-scanning/1',
      rule: 'acme_api_key',
      live: true,
    });
    expect(JSON.stringify(collected)).not.toContain('the-secret-itself');
  });

  it.each([
    { given: 'revoked', state: 'fixed', as: undefined },
    { given: 'false_positive', state: 'dismissed', as: 'false_positive' },
    { given: 'wont_fix', state: 'dismissed', as: 'wont_fix' },
    { given: 'used_in_tests', state: 'dismissed', as: 'used_in_tests' },
    { given: 'pattern_deleted', state: 'dismissed', as: 'pattern_deleted' },
    { given: null, state: 'dismissed', as: undefined },
  ])('resolved as $given is $state', ({ given, state, as }) => {
    const collected = withSecret(
      {
        ...created,
        state: 'resolved',
        resolution: given,
        resolved_at: '2026-11-22T12:30:00Z',
      },
      'resolved',
    );

    expect(told(collected)).toEqual(['open 10:00', `${state} 12:30`]);
    expect(lastEvent(collected).dismissedAs).toBe(as);
  });

  it.each([
    { given: 'active', gives: true },
    { given: 'inactive', gives: false },
    { given: 'unknown', gives: undefined },
    { given: null, gives: undefined },
  ])('whose validity is $given is live: $gives', ({ given, gives }) => {
    expect(lastEvent(withSecret({ ...created, validity: given })).live).toBe(
      gives,
    );
  });

  it('of a server that says neither state nor times is as of its delivery', () => {
    const collected = withSecret({ resolution: null }, 'reopened');

    expect(collected).toHaveProperty('events', [
      expect.objectContaining({ state: 'open', at: Date.parse(receivedAt) }),
    ]);
  });
});

describe('an alert of Dependabot', () => {
  const advisory = {
    ghsa_id: 'GHSA-aaaa-bbbb-cccc',
    summary: 'Payer pays twice',
    severity: 'high',
  };
  const withAlert = (given: object, of: object = {}) =>
    collect('dependabot_alert', {
      action: 'created',
      alert: {
        number: 1,
        state: 'open',
        security_advisory: { ...advisory, ...of },
        ...created,
        ...given,
      },
      repository,
    });

  it('is a finding in a package', () => {
    expect(collectExample('the dependency is updated')).toHaveProperty(
      'events.1',
      {
        kind: 'finding',
        record: 'github:dependabot:acme/payments:1',
        subject,
        category: 'dependency',
        state: 'fixed',
        at: Date.parse('2026-11-23T12:05:00Z'),
        title: 'Payer pays twice',
        url: 'https://github.com/Acme/Payments/security/dependabot/1',
        rule: 'GHSA-aaaa-bbbb-cccc',
        severity: 'high',
        identifiers: ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-12345', 'CWE-799'],
        package: 'pkg:maven/org.acme/payer',
        cvss: 8.1,
      },
    );
  });

  it.each([
    { given: 'a dependency has a hole', gives: 'open 12:00' },
    { given: 'the hole dismisses itself', gives: 'dismissed 12:01' },
    { given: 'the hole comes back by itself', gives: 'open 12:02' },
    { given: 'somebody dismisses the hole', gives: 'dismissed 12:03' },
    { given: 'the hole is looked at again', gives: 'open 12:04' },
    { given: 'the dependency is updated', gives: 'fixed 12:05' },
  ])('tells "$gives" when $given', ({ given, gives }) => {
    expect(told(collectExample(given))).toEqual(['open 12:00', gives]);
  });

  it.each([
    { given: 'dismissed', reason: 'not_used', gives: 'not_used' },
    { given: 'auto_dismissed', reason: null, gives: 'auto_dismissed' },
  ])('that is $given is dismissed as $gives', ({ given, reason, gives }) => {
    const collected = withAlert({ state: given, dismissed_reason: reason });

    expect(lastEvent(collected).dismissedAs).toBe(gives);
  });

  it.each([
    { given: { cvss: { vector_string: null, score: 0 } }, gives: undefined },
    { given: { cvss: { vector_string: 'CVSS:3.1/', score: 5 } }, gives: 5 },
    {
      given: {
        cvss: { vector_string: null, score: 0 },
        cvss_severities: {
          cvss_v3: { vector_string: null, score: 0 },
          cvss_v4: { vector_string: 'CVSS:4.0/', score: 9.3 },
        },
      },
      gives: 9.3,
    },
    { given: { cvss: null }, gives: undefined },
  ])('with $given has the score $gives', ({ given, gives }) => {
    expect(lastEvent(withAlert({}, given)).cvss).toBe(gives);
  });

  it.each([
    { given: { security_vulnerability: { severity: 'low' } }, gives: 'low' },
    { given: {}, gives: 'high' },
  ])('with $given is of the severity $gives', ({ given, gives }) => {
    expect(lastEvent(withAlert(given)).severity).toBe(gives);
  });

  it('in a state that is still unknown is nothing to record', () => {
    expect(withAlert({ state: 'dreaming' }).status).toBe('ignored');
  });
});
