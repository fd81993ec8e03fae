import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { asides } from './examples/asides';
import { deployments } from './examples/deployments';
import { findings } from './examples/findings';
import { incidents } from './examples/incidents';
import { jobs } from './examples/jobs';
import { pipelines } from './examples/pipelines';
import { polled } from './examples/polled';
import { pushes } from './examples/pushes';
import { releases } from './examples/releases';
import { requests } from './examples/requests';

/** The life of everything that GitLab tells of, and some of it twice, late or odd. */
export const exampleDeliveries: ExampleDelivery[] = [
  ...deployments,
  ...releases,
  ...pipelines,
  ...jobs,
  ...requests,
  ...polled,
  ...pushes,
  ...incidents,
  ...findings,
  ...asides,
];
