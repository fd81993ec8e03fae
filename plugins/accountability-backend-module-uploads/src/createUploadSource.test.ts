import { gzipSync } from 'node:zlib';
import {
  incoming,
  testReceivedAt,
} from 'backstage-plugin-accountability-node/testUtils';
import { collectUpload } from './__testUtils__/collectUpload';
import { eventsOf } from './__testUtils__/eventsOf';
import { createUploadSource } from './createUploadSource';
import { sarif } from './formats/sarif/sarif';
import { slo } from './formats/slo/slo';
import { uploadHeaders, UploadParameters } from './testUtils';
import {
  injection,
  runWith,
  sarifLogWith,
} from './testUtils/examples/sarifLogWith';

const source = createUploadSource(sarif);
const timeless = { invocations: [] };
const log = sarifLogWith(runWith([injection], timeless));
const timed = sarifLogWith(runWith([injection]));

const reportOf = (parameters: UploadParameters, body: unknown = log) =>
  eventsOf(collectUpload('sarif', body, parameters)).reports[0];

describe('an upload', () => {
  it('gives a report that says what it is bound to', () => {
    const report = reportOf({
      url: 'https://ci.example.org/1',
      category: 'js',
    });

    expect(report).toMatchObject({
      kind: 'report',
      state: 'uploaded',
      subject: 'github:acme/payments',
      format: 'sarif',
      tool: 'CodeQL',
      title: 'CodeQL (js)',
      sha: '2f1c9e4b7a60',
      branch: 'main',
      defaultBranch: true,
      url: 'https://ci.example.org/1',
    });
    expect(report.series).toMatch(/^sarif:github:acme\/payments:codeql:/);
  });

  it.each([
    { given: { subject: '' }, says: /subject: .*A right call is POST/ },
    { given: { subject: 'payments' }, says: /github:acme\/payments/ },
    { given: { subject: 'github:a b' }, says: /subject/ },
    { given: { sha: '' }, says: /sha: / },
    { given: { sha: '2f1c9e' }, says: /7 to 64 hexadecimal/ },
    { given: { sha: 'main' }, says: /7 to 64 hexadecimal/ },
    { given: { 'default-branch': 'yes' }, says: /default-branch/ },
    { given: { default_branch: 'false' }, says: /default_branch/ },
    { given: { at: 'yesterday' }, says: /a time with a zone/ },
    { given: { at: '2026-11-20T10:00:00' }, says: /a time with a zone/ },
    { given: { at: '2026-11-25T10:00:00Z' }, says: /more than a day after/ },
    { given: { url: 'ci.example.org' }, says: /url/ },
    { given: { category: 'c'.repeat(101) }, says: /category/ },
  ])('is refused for $given', ({ given, says }) => {
    expect(collectUpload('sarif', log, given)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });

  it.each([
    {
      given: { subject: 'github:Acme/Payments' },
      gives: { subject: 'github:acme/payments' },
    },
    {
      given: { subject: 'argocd:Payments' },
      gives: { subject: 'argocd:Payments' },
    },
    { given: { sha: '2F1C9E4' }, gives: { sha: '2f1c9e4' } },
    { given: { branch: 'refs/heads/main' }, gives: { branch: 'main' } },
    { given: { branch: '' }, gives: { branch: undefined } },
    { given: { branch: 'refs/heads/' }, gives: { branch: undefined } },
    { given: { 'default-branch': '' }, gives: { defaultBranch: undefined } },
  ])('reads $given as $gives', ({ given, gives }) => {
    const report = reportOf(given);

    expect({
      branch: undefined,
      defaultBranch: undefined,
      ...report,
    }).toMatchObject(gives);
  });

  it.each([
    {
      given: 'the caller, before the document',
      parameters: { at: '2026-11-21T10:00:00Z' },
      body: timed,
      gives: '2026-11-21T10:00:00Z',
    },
    {
      given: 'the caller, whose plus became a blank',
      parameters: { at: '2026-11-21T10:00:00 02:00' },
      body: timed,
      gives: '2026-11-21T08:00:00Z',
    },
    {
      given: 'the document',
      parameters: {},
      body: timed,
      gives: '2026-11-20T10:00:00Z',
    },
    {
      given: 'nobody',
      parameters: {},
      body: log,
      gives: '2026-11-23T12:00:00Z',
    },
    {
      given: 'a reproducible build',
      parameters: {},
      body: sarifLogWith(
        runWith([], { invocations: [{ endTimeUtc: '1980-01-01T00:00:00Z' }] }),
      ),
      gives: '2026-11-23T12:00:00Z',
    },
  ])('is of the time said by $given', ({ parameters, body, gives }) => {
    expect(reportOf(parameters, body).at).toBe(Date.parse(gives));
  });

  it('is refused where its document comes from the future', () => {
    const body = sarifLogWith(
      runWith([], { invocations: [{ endTimeUtc: '2027-01-01T00:00:00Z' }] }),
    );

    expect(collectUpload('sarif', body)).toMatchObject({
      status: 'rejected',
      because: expect.stringContaining('parameter at'),
    });
  });

  it('of a branch gives the report alone, of no series, with its counts', () => {
    const { reports, findings } = eventsOf(
      collectUpload('sarif', log, {
        branch: 'fix/it',
        'default-branch': 'false',
      }),
    );

    expect(findings).toEqual([]);
    expect(reports[0]).toMatchObject({
      branch: 'fix/it',
      defaultBranch: false,
      measures: { findings: 1, findings_high: 1 },
    });
    expect(reports[0].series).toBeUndefined();
  });

  it('whose branch is not said to be the default one counts as if it were', () => {
    const { reports, findings } = eventsOf(
      collectUpload('sarif', log, { 'default-branch': '' }),
    );

    expect(findings).toHaveLength(1);
    expect(reports[0].series).toBe(findings[0].series);
  });

  it.each([
    { given: 'the same again', parameters: {}, gives: true },
    {
      given: 'another commit',
      parameters: { sha: '3a2d0f5c8b71' },
      gives: false,
    },
    { given: 'another category', parameters: { category: 'js' }, gives: false },
    {
      given: 'a branch',
      parameters: { 'default-branch': 'false' },
      gives: false,
    },
    {
      given: 'another host',
      parameters: { subject: 'gitlab:acme/payments' },
      gives: false,
    },
  ])('of $given is the same report: $gives', ({ parameters, gives }) => {
    expect(reportOf(parameters).record === reportOf({}).record).toBe(gives);
  });

  it.each([
    { given: 'nothing', body: '', says: /empty/ },
    { given: 'blanks', body: ' \n', says: /empty/ },
    {
      given: 'what is compressed and does not say so',
      body: gzipSync('{}'),
      says: /Content-Encoding: gzip/,
    },
    { given: 'no JSON', body: 'hello', says: /not JSON/ },
    {
      given: 'half of it',
      body: JSON.stringify(log).slice(0, 100),
      says: /not JSON/,
    },
  ])('is refused for a body of $given', ({ body, says }) => {
    expect(collectUpload('sarif', body)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });

  it.each([
    {
      given: 'a byte order mark',
      body: Buffer.from(`\uFEFF${JSON.stringify(log)}`),
    },
    {
      given: 'UTF-16',
      body: Buffer.from(`\uFEFF${JSON.stringify(log)}`, 'utf16le'),
    },
  ])('is read with $given', ({ body }) => {
    expect(collectUpload('sarif', body).status).toBe('accepted');
  });
});

describe('the source of uploads', () => {
  const idOf = (given: {
    headers?: UploadParameters;
    parameters?: UploadParameters;
    body?: unknown;
    receivedAt?: number;
  }) =>
    source.identify(
      incoming({
        headers: { ...uploadHeaders(given.parameters), ...given.headers },
        body: given.body ?? log,
        receivedAt: given.receivedAt,
      }),
    );
  const key = { 'idempotency-key': 'run-1' };
  const tomorrow = testReceivedAt + 24 * 60 * 60 * 1000;

  it.each([
    { given: 'the same again', first: {}, second: {}, gives: true },
    {
      given: 'the same the next day',
      first: {},
      second: { receivedAt: tomorrow },
      gives: false,
    },
    {
      given: 'the same of one time, the next day',
      first: { parameters: { at: '2026-11-20T10:00:00Z' } },
      second: {
        parameters: { at: '2026-11-20T10:00:00Z' },
        receivedAt: tomorrow,
      },
      gives: true,
    },
    { given: 'another body', first: {}, second: { body: timed }, gives: false },
    {
      given: 'the same body of another commit',
      first: {},
      second: { parameters: { sha: '3a2d0f5c8b71' } },
      gives: false,
    },
    {
      given: 'one key with another body',
      first: { headers: key },
      second: { headers: key, body: timed, receivedAt: tomorrow },
      gives: true,
    },
    {
      given: 'one key for another service',
      first: { headers: key },
      second: { headers: key, parameters: { subject: 'github:acme/shop' } },
      gives: false,
    },
  ])('finds $given a repetition: $gives', ({ first, second, gives }) => {
    expect(idOf(first) === idOf(second)).toBe(gives);
  });

  it.each([
    { given: 'the same minute', later: 59_000, gives: true },
    { given: 'the next minute', later: 60_000, gives: false },
  ])(
    'finds how a service stands a repetition in $given: $gives',
    ({ later, gives }) => {
      const { identify } = createUploadSource(slo);
      const at = (receivedAt: number) =>
        identify(incoming({ headers: uploadHeaders(), body: {}, receivedAt }));

      expect(at(testReceivedAt) === at(testReceivedAt + later)).toBe(gives);
    },
  );

  it('takes Backstage principals, and keeps what a replay needs', () => {
    expect(source.authentication).toBe('service');
    expect(source.verify(incoming({ body: '' })).ok).toBe(false);
    expect(source.maxBodyBytes).toBe(32 * 1024 * 1024);
    expect(source.keepHeaders).toEqual(
      expect.arrayContaining([
        ...Object.keys(uploadHeaders()),
        'content-type',
        'idempotency-key',
      ]),
    );
  });
});
