import { createAlertmanagerSource } from 'backstage-plugin-accountability-backend-module-alertmanager';
import { exampleDeliveries as alertmanager } from 'backstage-plugin-accountability-backend-module-alertmanager/testUtils';
import { createArgocdSource } from 'backstage-plugin-accountability-backend-module-argocd';
import { exampleDeliveries as argocd } from 'backstage-plugin-accountability-backend-module-argocd/testUtils';
import { createCdeventsSource } from 'backstage-plugin-accountability-backend-module-cdevents';
import { exampleDeliveries as cdevents } from 'backstage-plugin-accountability-backend-module-cdevents/testUtils';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { exampleDeliveries as github } from 'backstage-plugin-accountability-backend-module-github/testUtils';
import { createGitlabSource } from 'backstage-plugin-accountability-backend-module-gitlab';
import { exampleDeliveries as gitlab } from 'backstage-plugin-accountability-backend-module-gitlab/testUtils';
import { createPagerdutySource } from 'backstage-plugin-accountability-backend-module-pagerduty';
import { exampleDeliveries as pagerduty } from 'backstage-plugin-accountability-backend-module-pagerduty/testUtils';
import { createUploadSources } from 'backstage-plugin-accountability-backend-module-uploads';
import { exampleDeliveries as uploads } from 'backstage-plugin-accountability-backend-module-uploads/testUtils';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import {
  ExampleDelivery,
  incoming,
} from 'backstage-plugin-accountability-node/testUtils';
import { Measured } from './Measured';
import { timed } from './timed';

const secrets = ['secret'];

/** Times that each example is read in one measure. */
const ROUNDS = 50;

interface Collected {
  source: DeliverySource;
  examples: readonly ExampleDelivery[];
}

const all: readonly Collected[] = [
  { source: createGithubSource(secrets), examples: github },
  { source: createGitlabSource(secrets), examples: gitlab },
  { source: createPagerdutySource(secrets), examples: pagerduty },
  { source: createAlertmanagerSource(secrets), examples: alertmanager },
  { source: createArgocdSource(secrets), examples: argocd },
  { source: createCdeventsSource(secrets), examples: cdevents },
  ...createUploadSources().map(source => ({
    source,
    examples: uploads.filter(example => example.source === source.id),
  })),
];

/** What the collectors of each source take of a delivery, beside taking its body for text alone. */
export async function collectorCost(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { source, examples } of all) {
    if (examples.length > 0) measured.push(await costOf({ source, examples }));
  }
  return measured;
}

async function costOf({ source, examples }: Collected): Promise<Measured> {
  const deliveries = examples.map(incoming);
  const each = (work: (one: (typeof deliveries)[number]) => unknown) =>
    timed(async () => {
      for (let round = 0; round < ROUNDS; round++) deliveries.forEach(work);
    });
  const bare = await each(({ body }) => parse(body.toString('utf8')));
  const collecting = await each(delivery => source.collect(delivery));
  return {
    name: `collectors of ${source.id}, ${examples.length} kinds of delivery`,
    value: (collecting / ROUNDS / deliveries.length) * 1000,
    unit: 'µs a delivery',
    ratio: {
      to: 'decoding and parsing the same bodies',
      value: collecting / bare,
    },
  };
}

/** Not every body is JSON; that it is none costs about as much. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
