import {
  createAlertmanagerSource,
  createGrafanaSource,
} from 'backstage-plugin-accountability-backend-module-alertmanager';
import {
  exampleDeliveries as alertmanager,
  grafanaExampleDeliveries as grafana,
} from 'backstage-plugin-accountability-backend-module-alertmanager/testUtils';
import { createArgocdSource } from 'backstage-plugin-accountability-backend-module-argocd';
import { exampleDeliveries as argocd } from 'backstage-plugin-accountability-backend-module-argocd/testUtils';
import { createCdeventsSource } from 'backstage-plugin-accountability-backend-module-cdevents';
import { exampleDeliveries as cdevents } from 'backstage-plugin-accountability-backend-module-cdevents/testUtils';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { exampleDeliveries as github } from 'backstage-plugin-accountability-backend-module-github/testUtils';
import { createGitlabSource } from 'backstage-plugin-accountability-backend-module-gitlab';
import { exampleDeliveries as gitlab } from 'backstage-plugin-accountability-backend-module-gitlab/testUtils';
import {
  createExampleSource,
  exampleDeliveriesOf,
  exampleMappingIds,
} from 'backstage-plugin-accountability-backend-module-mapping/testUtils';
import { createPagerdutySource } from 'backstage-plugin-accountability-backend-module-pagerduty';
import { exampleDeliveries as pagerduty } from 'backstage-plugin-accountability-backend-module-pagerduty/testUtils';
import { createUploadSources } from 'backstage-plugin-accountability-backend-module-uploads';
import { exampleDeliveries as uploads } from 'backstage-plugin-accountability-backend-module-uploads/testUtils';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { genericSource } from '../generic/genericSource';
import { genericExamples } from './genericExamples';

/** A source with deliveries as its sender makes them. */
export interface SourceUnderTest {
  source: DeliverySource;
  examples: readonly ExampleDelivery[];
}

const secrets = ['secret'];

const given: readonly SourceUnderTest[] = [
  { source: genericSource, examples: genericExamples },
  { source: createGithubSource(secrets), examples: github },
  { source: createGitlabSource(secrets), examples: gitlab },
  { source: createPagerdutySource(secrets), examples: pagerduty },
  { source: createAlertmanagerSource(secrets), examples: alertmanager },
  { source: createGrafanaSource(secrets), examples: grafana },
  { source: createArgocdSource(secrets), examples: argocd },
  { source: createCdeventsSource(secrets), examples: cdevents },
  ...createUploadSources().map(source => ({
    source,
    examples: uploads.filter(example => example.source === source.id),
  })),
  ...exampleMappingIds.map(id => ({
    source: createExampleSource(id),
    examples: exampleDeliveriesOf[id],
  })),
];

/** Every source there is, believing any sender: what they read is under test, and signatures have tests of their own. */
export const everySource: readonly SourceUnderTest[] = given.map(
  ({ source, examples }) => ({
    source: {
      ...source,
      verify: () => ({ ok: true }),
      authentication: 'signature',
    },
    examples,
  }),
);
