import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { cdEventOf, GivenCdEvent } from './cdEventOf';

const plain = (name: string, given: GivenCdEvent): ExampleDelivery => ({
  name,
  headers: { 'content-type': 'application/json' },
  body: cdEventOf(given),
});

const structured = (name: string, given: GivenCdEvent): ExampleDelivery => ({
  name,
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
  body: envelope(given),
});

const binary = (name: string, given: GivenCdEvent): ExampleDelivery => {
  const event = cdEventOf(given);
  return {
    name,
    headers: {
      'content-type': 'application/cdevents+json',
      'ce-specversion': '1.0',
      'ce-id': encodeURIComponent(event.context.id),
      'ce-source': event.context.source,
      'ce-type': event.context.type,
    },
    body: event,
  };
};

function envelope(given: GivenCdEvent) {
  const data = cdEventOf(given);
  const { id, source, type, timestamp } = data.context;
  return { specversion: '1.0', id, source, type, time: timestamp, data };
}

const environment = { id: 'production' };
const deployed: GivenCdEvent = {
  type: 'service.deployed.0.3.0',
  at: '10:00',
  content: { environment, artifactId: 'pkg:docker/acme/payments@1.4.0' },
};
const upgraded: GivenCdEvent = {
  type: 'service.upgraded.0.3.0',
  at: '11:00',
  content: {
    environment: { id: 'Prod' },
    artifactId:
      'pkg:oci/payments@sha256%3A0b31b1?vcs_url=git%2Bhttps://git.example.org/payments@f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
  },
};
const rolledback: GivenCdEvent = {
  type: 'service.rolledback.0.1.1',
  at: '12:00',
  specversion: '0.4.1',
  content: { environment, artifactId: 'pkg:docker/acme/payments@1.4.0' },
};
const run = { pipelineName: 'payments', uri: 'https://ci.example.org/runs/7' };
const service = { id: 'payments', source: '/ci' };
const incident = { environment, service };
const repository = { id: 'acme/payments', source: 'git.example.org' };

/** Of a service, its pipeline, an incident and a change. */
const told: ExampleDelivery[] = [
  binary('a service is deployed', deployed),
  structured('a service is upgraded', upgraded),
  plain('a service is rolled back', rolledback),
  structured('a pipeline run has ended, told of before it began', {
    type: 'pipelinerun.finished.0.3.0',
    at: '09:30',
    subject: '7',
    content: { ...run, outcome: 'failure', errors: 'somebody broke it' },
  }),
  structured('a pipeline run is queued', {
    type: 'pipelinerun.queued.0.3.0',
    at: '09:00',
    subject: '7',
    content: run,
  }),
  structured('a pipeline run begins', {
    type: 'pipelinerun.started.0.3.0',
    at: '09:10',
    subject: '7',
    content: run,
  }),
  binary('a task of it begins', {
    type: 'taskrun.started.0.3.0',
    at: '09:11',
    subject: '7',
    content: { taskName: 'unit tests', pipelineRun: { id: '7' } },
  }),
  binary('a task of it is cancelled', {
    type: 'taskrun.finished.0.3.0',
    at: '09:20',
    subject: '7',
    content: { taskName: 'unit tests', outcome: 'cancel' },
  }),
  plain('a build is queued', {
    type: 'build.queued.0.3.0',
    at: '09:12',
    subject: '7',
  }),
  plain('a build begins', {
    type: 'build.started.0.3.0',
    at: '09:13',
    subject: '7',
  }),
  plain('a build has ended', {
    type: 'build.finished.0.3.0',
    at: '09:14',
    subject: '7',
    content: { artifactId: 'pkg:docker/acme/payments@1.4.0' },
  }),
  structured('an incident is resolved, told of before it was detected', {
    type: 'incident.resolved.0.3.0',
    at: '10:40',
    subject: 'i-1',
    content: { ...incident, description: 'Payments are back' },
  }),
  structured('an incident is detected', {
    type: 'incident.detected.0.3.0',
    at: '10:10',
    subject: 'i-1',
    content: { ...incident, description: 'Payments are down' },
  }),
  structured('an incident gets a ticket after it was resolved', {
    type: 'incident.reported.0.3.0',
    at: '10:50',
    subject: 'i-1',
    content: { ...incident, ticketURI: 'https://tickets.example.org/i-1' },
  }),
  plain('an incident of staging is detected', {
    type: 'incident.detected.0.3.0',
    at: '10:11',
    subject: 'i-2',
    content: { ...incident, environment: { id: 'staging' } },
  }),
  binary('a change is proposed', {
    type: 'change.created.0.4.0',
    at: '08:00',
    subject: 'pr-1',
    content: { repository, description: 'Retry payments\n\nTwice.' },
  }),
  binary('a change is merged', {
    type: 'change.merged.0.3.0',
    at: '08:30',
    subject: 'pr-1',
    content: { repository },
  }),
  binary('another change is given up', {
    type: 'change.abandoned.0.3.0',
    at: '08:40',
    subject: 'pr-2',
    content: { repository },
  }),
];

/** Of what is understood and not recorded, people among it. */
const ignored: ExampleDelivery[] = [
  'service.published.0.3.0',
  'service.removed.0.3.0',
  'change.reviewed.0.3.0',
  'change.updated.0.3.0',
  'artifact.packaged.0.3.0',
  'artifact.published.0.3.0',
  'approval.closed.0.1.0',
  'environment.created.0.3.0',
  'repository.created.0.3.0',
  'branch.deleted.0.3.0',
  'ticket.created.0.2.0',
  'testsuiterun.finished.0.3.0',
  'testcaserun.finished.0.3.0',
  'testoutput.published.0.3.0',
].map(type =>
  plain(`${type} is nothing to record`, {
    type,
    at: '13:00',
    content: {
      user: 'somebody',
      creator: 'somebody',
      responder: 'urn:user:somebody',
      owner: 'somebody',
    },
  }),
);

/** What no sender should send, and some do. */
const odd: ExampleDelivery[] = [
  plain('the same deployment in another mode', deployed),
  {
    name: "an event of a tool's own kind",
    headers: { 'content-type': 'application/json' },
    body: {
      context: {
        ...cdEventOf(deployed).context,
        type: 'dev.cdeventsx.acme-lift.moved.0.1.0',
      },
      subject: { id: 'lift-1', content: { user: 'somebody' } },
    },
  },
  // Of another time: events of one id are one delivery, and the first of them counts.
  plain('an event of no version', {
    ...deployed,
    at: '16:00',
    specversion: 'banana',
  }),
  {
    name: 'a batch of which one is no event',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: [
      envelope({ ...deployed, at: '14:00' }),
      { specversion: '1.0', type: 'dev.cdevents.service.deployed.0.3.0' },
      envelope({ ...upgraded, at: '15:00' }),
    ],
  },
  {
    name: 'an empty batch',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: [],
  },
];

/** Deliveries as senders of CDEvents make them, for tests. */
export const exampleDeliveries: ExampleDelivery[] = [
  ...told,
  ...ignored,
  ...odd,
];
