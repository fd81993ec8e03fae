import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createCdeventsSource } from './createCdeventsSource';
import { exampleDeliveries } from './testUtils';
import { cdEventOf, GivenCdEvent } from './testUtils/cdEventOf';

const source = createCdeventsSource(['new', 'old']);

const collectBody = (body: unknown, headers = {}) =>
  source.collect(incoming({ headers, body }));
const collect = (given: GivenCdEvent) => collectBody(cdEventOf(given));
const collectExample = (name: string) => {
  const example = exampleDeliveries.find(one => one.name === name);
  if (!example) throw new Error(`There is no example "${name}"`);
  return source.collect(incoming(example));
};

describe('the source cdevents', () => {
  it.each([
    {
      given: 'a service is deployed',
      gives: {
        kind: 'deployment',
        record: 'cdevents:deployment:/ci#service.deployed.0.3.0@10:00:deployed',
        subject: 'cdevents:/ci#payments',
        at: Date.parse('2026-11-23T10:00:00.123Z'),
        state: 'finished',
        result: 'success',
        environment: 'production',
        artifact: 'pkg:docker/acme/payments@1.4.0',
        version: '1.4.0',
      },
    },
    {
      given: 'a service is upgraded',
      gives: {
        kind: 'deployment',
        environment: 'production',
        version: undefined,
        sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      },
    },
    {
      given: 'a service is rolled back',
      gives: {
        kind: 'deployment',
        state: 'finished',
        result: 'success',
        version: '1.4.0',
        rollback: true,
      },
    },
    {
      given: 'a pipeline run is queued',
      gives: {
        kind: 'build',
        record: 'cdevents:pipelinerun:/ci#7',
        subject: 'cdevents:/ci#payments',
        at: Date.parse('2026-11-23T09:00:00.123Z'),
        state: 'pending',
        unit: 'run',
        pipeline: 'payments',
        url: 'https://ci.example.org/runs/7',
      },
    },
    { given: 'a pipeline run begins', gives: { state: 'executing' } },
    {
      given: 'a pipeline run has ended, told of before it began',
      gives: { state: 'finished', result: 'failure', title: undefined },
    },
    {
      given: 'a task of it begins',
      gives: {
        kind: 'build',
        record: 'cdevents:taskrun:/ci#7',
        subject: 'cdevents:/ci',
        at: Date.parse('2026-11-23T09:11:00.123Z'),
        state: 'executing',
        unit: 'job',
        run: 'cdevents:pipelinerun:/ci#7',
        title: 'unit tests',
      },
    },
    {
      given: 'a task of it is cancelled',
      gives: { state: 'finished', result: 'cancellation' },
    },
    {
      given: 'a build is queued',
      gives: {
        kind: 'build',
        record: 'cdevents:build:/ci#7',
        subject: 'cdevents:/ci',
        at: Date.parse('2026-11-23T09:12:00.123Z'),
        state: 'pending',
        unit: 'job',
      },
    },
    { given: 'a build begins', gives: { state: 'executing' } },
    {
      given: 'a build has ended',
      gives: { state: 'finished', result: undefined },
    },
    {
      given: 'an incident is detected',
      gives: {
        kind: 'incident',
        record: 'cdevents:incident:/ci#i-1',
        subject: 'cdevents:/ci#payments',
        at: Date.parse('2026-11-23T10:10:00.123Z'),
        state: 'triggered',
        title: 'Payments are down',
      },
    },
    {
      given: 'an incident gets a ticket after it was resolved',
      gives: { state: 'updated', url: 'https://tickets.example.org/i-1' },
    },
    {
      given: 'an incident is resolved, told of before it was detected',
      gives: { state: 'resolved', title: undefined, cause: undefined },
    },
    {
      given: 'a change is proposed',
      gives: {
        kind: 'change',
        record: 'cdevents:change:/ci#pr-1',
        subject: 'cdevents:git.example.org#acme/payments',
        at: Date.parse('2026-11-23T08:00:00.123Z'),
        state: 'opened',
        title: 'Retry payments',
      },
    },
    { given: 'a change is merged', gives: { state: 'merged' } },
    { given: 'another change is given up', gives: { state: 'closed' } },
  ])('reads that $given', ({ given, gives }) => {
    const collected = collectExample(given);

    const events = collected.status === 'accepted' ? collected.events : [];
    expect(events).toEqual([{ ...events[0], ...gives }]);
  });

  it.each([
    {
      given: 'an incident of staging is detected',
      gives: 'An incident of staging is none of production',
    },
    {
      given: 'artifact.packaged.0.3.0 is nothing to record',
      gives:
        'It ties an artifact to its change, and no record holds that; give the commit as vcs_url of the package url of the deployment',
    },
    {
      given: 'change.reviewed.0.3.0 is nothing to record',
      gives: 'CDEvents tells of a review, and not of its verdict',
    },
    { given: 'an empty batch', gives: 'The batch is empty' },
  ])('says of "$given" why it is ignored', ({ given, gives }) => {
    const collected = collectExample(given);

    expect(collected).toEqual({ status: 'ignored', because: gives });
  });

  it.each(
    exampleDeliveries
      .map(({ name }) => name)
      .filter(name => name.endsWith('is nothing to record')),
  )('ignores that %s', name => {
    expect(collectExample(name).status).toBe('ignored');
  });

  it('lets nobody named in an event out', () => {
    const collected = exampleDeliveries.map(example =>
      source.collect(incoming(example)),
    );

    expect(JSON.stringify(collected)).not.toContain('somebody');
  });

  it.each([
    {
      given: 'service.restarted.0.1.0',
      gives: 'unsupported',
      because: 'No collector reads "service.restarted"',
    },
    {
      given: 'service.deployed',
      gives: 'rejected',
      because:
        'The type "dev.cdevents.service.deployed" is not dev.cdevents.<subject>.<predicate>.<version>',
    },
    {
      given: 'service.deployed.latest',
      gives: 'rejected',
      because: 'The type "dev.cdevents.service.deployed.latest" is not',
    },
    {
      given: 'service.deployed.1.0.0',
      gives: 'unsupported',
      because: 'Only versions 0.x of CDEvents are read yet',
    },
  ])('finds $given $gives', ({ given, gives, because }) => {
    const collected = collect({ type: given, at: '10:00' });

    expect(collected).toMatchObject({
      status: gives,
      because: expect.stringContaining(because),
    });
  });

  it('takes minor versions of an event that are still to come', () => {
    const collected = collect({
      type: 'service.deployed.0.99.0-draft',
      at: '10:00',
    });

    expect(collected.status).toBe('accepted');
  });

  it.each([
    { given: { specversion: '0.6.0-draft' }, gives: 'accepted' },
    { given: { specversion: '0.7' }, gives: 'accepted' },
    { given: { version: '0.4.1' }, gives: 'accepted' },
    { given: { specversion: '1.0.0' }, gives: 'unsupported' },
    { given: { specversion: 'banana' }, gives: 'rejected' },
    { given: { version: 'draft' }, gives: 'rejected' },
    { given: {}, gives: 'rejected' },
  ])('finds the version $given $gives', ({ given, gives }) => {
    const event = cdEventOf({ type: 'build.queued.0.3.0', at: '10:00' });
    const { specversion: _, ...context } = event.context;

    const collected = collectBody({
      ...event,
      context: { ...context, ...given },
    });

    expect(collected.status).toBe(gives);
  });

  it.each([
    {
      given: 'no JSON',
      body: '{',
      gives: { status: 'rejected', because: 'The body is not JSON' },
    },
    {
      given: 'an empty body',
      body: '',
      gives: { status: 'rejected', because: 'The body is not JSON' },
    },
    {
      given: 'JSON of another kind',
      body: { hello: 'world' },
      gives: {
        status: 'rejected',
        because: expect.stringContaining('The data is no CDEvent: context'),
      },
    },
    {
      given: 'another CloudEvent',
      body: { specversion: '1.0', type: 'dev.tekton.event.done.v1', data: {} },
      gives: {
        status: 'unsupported',
        because: expect.stringContaining('"dev.tekton.event.done.v1"'),
      },
    },
    {
      given: 'an event whose time has no zone',
      body: {
        ...cdEventOf({ type: 'build.queued.0.3.0', at: '10:00' }),
        context: {
          ...cdEventOf({ type: 'build.queued.0.3.0', at: '10:00' }).context,
          timestamp: '2026-11-23T10:00:00',
        },
      },
      gives: {
        status: 'rejected',
        because: expect.stringContaining(
          'context.timestamp: must be an ISO 8601 time with a zone',
        ),
      },
    },
  ])('says what is wrong with $given', ({ body, gives }) => {
    expect(collectBody(body)).toEqual(gives);
  });

  it('reads no CloudEvents but those in JSON', () => {
    const headers = { 'content-type': 'application/cloudevents+protobuf' };

    expect(collectBody('{}', headers)).toEqual({
      status: 'rejected',
      because:
        'CloudEvents as "application/cloudevents+protobuf" cannot be read; send them as JSON',
    });
  });

  it('takes the good events of a batch and names the place of the others', () => {
    const collected = collectExample('a batch of which one is no event');

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [
        { version: '1.4.0' },
        { sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e' },
      ],
      refused: [{ line: 2, because: expect.stringContaining('is no CDEvent') }],
    });
  });

  it('refuses a batch of more events than are taken at once', () => {
    const batch = Array.from({ length: 5001 }, () => ({}));

    expect(collectBody(batch)).toEqual({
      status: 'rejected',
      because:
        'The batch holds 5001 events, and at most 5000 are taken at once; send it in parts',
    });
  });

  it.each([
    {
      given: 'a service of another source',
      event: {
        type: 'incident.detected.0.3.0',
        content: { service: { id: 'a,b', source: '/cluster' } },
      },
      gives: 'cdevents:/cluster#a%2Cb',
    },
    {
      given: 'a service without a source',
      event: {
        type: 'incident.detected.0.3.0',
        content: { service: { id: 'App', source: '' } },
      },
      gives: 'cdevents:/ci#App',
    },
    {
      given: 'no service',
      event: { type: 'incident.detected.0.3.0', content: {} },
      gives: 'cdevents:/ci',
    },
    {
      given: 'a run of no pipeline',
      event: { type: 'pipelinerun.finished.0.3.0', content: {} },
      gives: 'cdevents:/ci',
    },
    {
      given: 'a change of no repository',
      event: { type: 'change.merged.0.3.0', content: {} },
      gives: 'cdevents:/ci',
    },
  ])('names the subject of $given $gives', ({ event, gives }) => {
    const collected = collect({ at: '10:00', ...event });

    expect(collected).toHaveProperty('events.0.subject', gives);
  });

  it('knows a thing by the source of its subject, where it has one', () => {
    const event = cdEventOf({ type: 'build.queued.0.3.0', at: '10:00' });

    const collected = collectBody({
      ...event,
      subject: { ...event.subject, source: '/jenkins' },
    });

    expect(collected).toMatchObject({
      events: [
        {
          record: 'cdevents:build:/jenkins#payments',
          subject: 'cdevents:/jenkins',
        },
      ],
    });
  });

  it.each([
    { given: 'success', gives: 'success' },
    { given: 'Failure', gives: 'failure' },
    { given: 'error', gives: 'error' },
    { given: 'cancel', gives: 'cancellation' },
    { given: 'unknown', gives: undefined },
    { given: undefined, gives: undefined },
  ])('reads the outcome $given as $gives', ({ given, gives }) => {
    const collected = collect({
      type: 'pipelinerun.finished.0.2.0',
      at: '10:00',
      content: { outcome: given, url: 'https://ci.example.org/7' },
    });

    expect(collected).toMatchObject({
      events: [{ state: 'finished', url: 'https://ci.example.org/7' }],
    });
    expect(collected).toHaveProperty('events.0.result', gives);
  });

  it('cuts what is too long and drops a link that is none', () => {
    const collected = collect({
      type: 'incident.reported.0.3.0',
      at: '10:00',
      content: { description: 'a'.repeat(600), ticketURI: 'ticket 345' },
    });

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [{ title: 'a'.repeat(500), url: undefined }],
    });
  });

  it.each([
    { given: 'Production', gives: 'production' },
    { given: 'prod', gives: 'production' },
    { given: 'cluster/EU.1', gives: 'production' },
    { given: 'prod1', gives: 'prod1' },
    { given: 'e'.repeat(201), gives: undefined },
  ])('reads the environment $given as $gives', ({ given, gives }) => {
    const named = createCdeventsSource(
      ['s'],
      new Map([['cluster/eu.1', 'production']]),
    );
    const body = cdEventOf({
      type: 'service.deployed.0.3.0',
      at: '10:00',
      content: { environment: { id: given } },
    });

    const collected = named.collect(incoming({ body }));

    expect(collected).toHaveProperty('events.0.environment', gives);
  });

  const [binary, structured] = ['a service is deployed', 'an empty batch'];
  it.each([
    {
      given: binary,
      gives:
        '["/ci","service.deployed.0.3.0@10:00","dev.cdevents.service.deployed.0.3.0"]',
    },
    {
      given: 'the same deployment in another mode',
      gives:
        '["/ci","service.deployed.0.3.0@10:00","dev.cdevents.service.deployed.0.3.0"]',
    },
    { given: structured, gives: undefined },
    { given: 'a batch of which one is no event', gives: undefined },
  ])('knows "$given" by $gives', ({ given, gives }) => {
    const example = exampleDeliveries.find(({ name }) => name === given);

    const id = example && source.identify(incoming(example));

    expect(id).toBe(gives);
  });

  it.each([
    {
      given: 'another CloudEvent',
      body: { specversion: '1.0', id: '1', source: '/a', type: 't', data: 1 },
      gives: '["/a","1","t"]',
    },
    { given: 'no event', body: { hello: 'world' }, gives: undefined },
    { given: 'no JSON', body: '{', gives: undefined },
  ])('knows $given by $gives', ({ body, gives }) => {
    expect(source.identify(incoming({ body }))).toBe(gives);
  });

  it.each([
    { given: { authorization: 'Bearer new' }, gives: true },
    { given: { authorization: 'bearer  old' }, gives: true },
    { given: { 'x-accountability-access_token': 'old' }, gives: true },
    { given: { authorization: 'Bearer stolen' }, gives: false },
    { given: { authorization: 'Basic new' }, gives: false },
    { given: { authorization: 'new' }, gives: false },
    { given: { 'x-accountability-access_token': '' }, gives: false },
    { given: {}, gives: false },
  ])('answers $gives to $given', ({ given, gives }) => {
    const verified = source.verify(incoming({ headers: given, body: '' }));

    expect(verified.ok).toBe(gives);
  });

  it('keeps no header with a token', () => {
    expect(source.keepHeaders).not.toContain('authorization');
  });

  it.each([
    {
      given: { 'ce-type': 't', 'ce-id': ['1'], authorization: 'Bearer new' },
      gives: { 'ce-type': 't', 'ce-id': '1' },
    },
    { given: undefined, gives: {} },
  ])('gives an event of the bus the headers $gives', ({ given, gives }) => {
    const event = { topic: 'cdevents', payload: {}, metadata: given };

    expect(source.headersOf?.(event)).toEqual(gives);
  });
});
