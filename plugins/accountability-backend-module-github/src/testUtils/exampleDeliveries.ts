import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { aboutAlerts } from './examples/aboutAlerts';
import { aboutBuilds } from './examples/aboutBuilds';
import { aboutChanges } from './examples/aboutChanges';
import { aboutDeployments } from './examples/aboutDeployments';
import { aboutMakers } from './examples/aboutMakers';
import { asides } from './examples/asides';

/** Deliveries as GitHub and the poller make them, for tests. */
export const exampleDeliveries: ExampleDelivery[] = [
  ...aboutDeployments,
  ...aboutBuilds,
  ...aboutChanges,
  ...aboutMakers,
  ...aboutAlerts,
  ...asides,
];
