import { RecordEvent } from 'backstage-plugin-accountability-common';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createArgocdSource } from './createArgocdSource';
import { exampleDeliveries } from './testUtils';

const source = createArgocdSource(['new', 'old']);

const sha = 'b'.repeat(40);
const older = 'a'.repeat(40);
const startedAt = '2026-11-23T10:00:00Z';
const finishedAt = '2026-11-23T10:00:08Z';
const deployedAt = '2026-11-23T10:00:07Z';
const url = 'https://argocd.acme.example/applications/argocd/payments';
const record = `argocd:deployment:u-1:${Date.parse(startedAt)}`;

const operation = { phase: 'Succeeded', startedAt, finishedAt, revision: sha };
const application = {
  type: 'application',
  url,
  environment: 'Prod',
  metadata: { uid: 'u-1', name: 'payments', namespace: 'argocd' },
  project: 'shop',
  destination: { server: 'https://k8s.acme.example', namespace: 'payments' },
  operation,
  history: [],
};
const deployment = {
  kind: 'deployment',
  record,
  subject: 'argocd:payments',
  url,
  environment: 'production',
  sha,
};

const collectBody = (body: unknown) => source.collect(incoming({ body }));
const collect = (given: object) => collectBody({ ...application, ...given });
const collectOperation = (given: object) =>
  collect({ operation: { ...operation, ...given } });

function eventsOf(given: object): RecordEvent[] {
  const collected = collect(given);
  return collected.status === 'accepted' ? collected.events : [];
}

describe('the source argocd', () => {
  it('reads a sync that succeeded, as begun and ended', () => {
    expect(collect({})).toEqual({
      status: 'accepted',
      events: [
        { ...deployment, state: 'executing', at: Date.parse(startedAt) },
        {
          ...deployment,
          state: 'finished',
          result: 'success',
          at: Date.parse(finishedAt),
        },
      ],
    });
  });

  it.each([
    { given: { phase: 'Succeeded' }, gives: 'success' },
    { given: { phase: 'Failed', message: 'no such image' }, gives: 'failure' },
    { given: { phase: 'Error' }, gives: 'error' },
    {
      given: { phase: 'Failed', message: 'Operation terminated' },
      gives: 'cancellation',
    },
    {
      given: { phase: 'Error', message: 'Operation termination had errors' },
      gives: 'cancellation',
    },
    {
      given: {
        phase: 'Failed',
        message: 'Operation terminated, triggered by controller sync timeout',
      },
      gives: 'timeout',
    },
  ])('reads the result $gives from $given', ({ given, gives }) => {
    expect(collectOperation(given)).toHaveProperty('events.1.result', gives);
  });

  it.each([
    { given: 'runs', operation: { phase: 'Running', finishedAt: null } },
    { given: 'is tried again', operation: { phase: 'Running' } },
    { given: 'is being terminated', operation: { phase: 'Terminating' } },
    { given: 'has a phase nobody knows', operation: { phase: 'Dreaming' } },
  ])('lets a sync go on that $given', ({ operation: given }) => {
    const collected = collectOperation(given);

    expect(collected).toHaveProperty('events.length', 1);
    expect(collected).toHaveProperty('events.0.state', 'executing');
  });

  it('takes a sync and its entry in the history for one deployment', () => {
    const entry = {
      id: 4,
      revision: sha,
      deployStartedAt: startedAt,
      deployedAt,
    };

    const events = eventsOf({ history: [entry] });

    expect(new Set(events.map(event => event.record))).toEqual(
      new Set([record]),
    );
    expect(events.map(({ at }) => at)).toEqual(
      [startedAt, deployedAt, startedAt, finishedAt].map(Date.parse),
    );
  });

  it('finds in the history what nobody announced, such as a roll-back', () => {
    const entry = (revision: string, clock: string) => ({
      revision,
      deployStartedAt: `2026-11-23T${clock}:00+01:00`,
      deployedAt: `2026-11-23T${clock}:05+01:00`,
    });

    const events = eventsOf({
      operation: null,
      history: [
        entry(older, '08:00'),
        entry(sha, '09:00'),
        entry(older, '10:00'),
      ],
    });

    const ended = events.filter(event => event.state === 'finished');
    expect(ended).toMatchObject([
      { sha: older, result: 'success' },
      { sha, result: 'success' },
      { sha: older, at: Date.parse('2026-11-23T09:00:05Z') },
    ]);
    expect(new Set(ended.map(event => event.record)).size).toBe(3);
  });

  it('goes by the end of an old entry that has no start', () => {
    const events = eventsOf({
      operation: null,
      history: [{ revision: sha, deployedAt }],
    });

    expect(events).toMatchObject([
      { state: 'executing', at: Date.parse(deployedAt) },
      { state: 'finished', at: Date.parse(deployedAt) },
    ]);
  });

  it('leaves the environment unknown where nothing names it', () => {
    expect(collect({ environment: null })).toHaveProperty(
      'events.0.environment',
      undefined,
    );
  });

  it.each([
    {
      given: 'a trial',
      body: { ...application, operation: { ...operation, dryRun: true } },
      gives: 'ignored',
    },
    {
      given: 'a sync of single resources',
      body: { ...application, operation: { ...operation, partial: true } },
      gives: 'ignored',
    },
    {
      given: 'an application without a sync',
      body: { ...application, operation: null, history: null },
      gives: 'ignored',
    },
    {
      given: 'a start without a zone',
      body: {
        ...application,
        operation: { ...operation, startedAt: '2026-11-23 10:00' },
      },
      gives: 'rejected',
    },
    {
      given: 'no name',
      body: { ...application, metadata: {} },
      gives: 'rejected',
    },
    { given: 'another template', body: { text: 'synced' }, gives: 'rejected' },
    {
      given: 'another type',
      body: { ...application, type: 'project' },
      gives: 'unsupported',
    },
    { given: 'no JSON', body: '<no value>', gives: 'rejected' },
  ])('finds $given $gives', ({ body, gives }) => {
    expect(collectBody(body).status).toBe(gives);
  });

  it('drops a link that is none', () => {
    expect(
      collect({ url: '<no value>/applications/argocd/payments' }),
    ).toHaveProperty('events.0.url', undefined);
  });

  it.each([
    { given: 'the new token', header: 'Bearer new', gives: true },
    { given: 'the old token', header: 'bearer old', gives: true },
    { given: 'a stranger', header: 'Bearer x', gives: false },
    { given: 'another scheme', header: 'Basic new', gives: false },
    { given: 'an empty token', header: 'Bearer ', gives: false },
    { given: 'nothing', header: undefined, gives: false },
  ])('answers $gives to $given', ({ header, gives }) => {
    const delivery = incoming({ headers: { authorization: header }, body: {} });

    expect(source.verify(delivery).ok).toBe(gives);
  });

  it('knows a repetition by its body and keeps no secret', () => {
    expect(source.identify(incoming({ body: {} }))).toBeUndefined();
    expect(source.keepHeaders).not.toContain('authorization');
  });

  it('reads its examples and lets nobody out', () => {
    const collected = exampleDeliveries.map(({ headers, body }) =>
      source.collect(incoming({ headers, body })),
    );

    expect(collected.map(({ status }) => status)).toEqual([
      ...Array(7).fill('accepted'),
      ...Array(3).fill('ignored'),
      'rejected',
    ]);
    expect(JSON.stringify(collected)).not.toContain('somebody');
  });
});
