import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const MESSAGE =
  'Deploy to Production succeeded for Payments release 0.1.178 to Production';

function reference(id: string, text: string) {
  return {
    ReferencedDocumentId: id,
    StartIndex: MESSAGE.lastIndexOf(text),
    Length: text.length,
  };
}

function delivery(
  name: string,
  event: Readonly<Record<string, unknown>>,
): ExampleDelivery {
  return {
    name,
    headers: {},
    body: {
      Timestamp: '2026-11-22T12:05:30.100+00:00',
      EventType: 'SubscriptionPayload',
      Payload: {
        ServerUri: 'https://octopus.example.org',
        BatchProcessingDate: '2026-11-22T12:05:24.279+00:00',
        Subscription: { Id: 'Subscriptions-1', Name: 'somebody subscribed' },
        Event: {
          RelatedDocumentIds: [
            'Deployments-12519',
            'Projects-4522',
            'Releases-11138',
            'Environments-1',
            'ServerTasks-9',
          ],
          UserId: 'Users-1',
          Username: 'somebody',
          IsService: false,
          Message: MESSAGE,
          MessageReferences: [
            reference('Projects-4522', 'Payments'),
            reference('Releases-11138', '0.1.178'),
          ],
          SpaceId: 'Spaces-1',
          ...event,
        },
      },
    },
  };
}

/** A deployment that succeeded, one that failed where nobody named the environment, and what is no deployment. */
export const octopusDeliveries: ExampleDelivery[] = [
  delivery('a deployment is queued', {
    Id: 'Events-1',
    Category: 'DeploymentQueued',
    Occurred: '2026-11-22T12:00:00.000+00:00',
  }),
  delivery('it starts', {
    Id: 'Events-2',
    Category: 'DeploymentStarted',
    Occurred: '2026-11-22T12:00:10.000+00:00',
  }),
  delivery('it succeeds', {
    Id: 'Events-3',
    Category: 'DeploymentSucceeded',
    Occurred: '2026-11-22T12:05:00.000+00:00',
  }),
  delivery('a deployment to an unknown environment fails', {
    Id: 'Events-4',
    Category: 'DeploymentFailed',
    Occurred: '2026-11-22T12:07:00.000+00:00',
    RelatedDocumentIds: [
      'Deployments-12520',
      'Projects-4522',
      'Environments-1621',
    ],
    MessageReferences: [],
  }),
  delivery('somebody has to decide', {
    Id: 'Events-5',
    Category: 'ManualInterventionInterruptionRaised',
    Occurred: '2026-11-22T12:08:00.000+00:00',
  }),
  delivery('a machine is unhealthy', {
    Id: 'Events-6',
    Category: 'MachineUnhealthy',
    Occurred: '2026-11-22T12:09:00.000+00:00',
    RelatedDocumentIds: ['Machines-7'],
  }),
];
