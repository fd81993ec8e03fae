import { Collected } from 'backstage-plugin-accountability-node';
import {
  ExampleDelivery,
  incoming,
} from 'backstage-plugin-accountability-node/testUtils';
import { createGithubSource } from '../createGithubSource';
import { exampleDeliveries } from '../testUtils';

const source = createGithubSource(['secret']);

/** What the source makes of a payload of a type. */
export function collect(event: string, body: unknown): Collected {
  return source.collect(
    incoming({ headers: { 'x-github-event': event }, body }),
  );
}

/** What the source makes of one of the example deliveries. */
export function collectExample(name: string): Collected {
  const { headers, body } = exampleNamed(name);
  return source.collect(incoming({ headers, body }));
}

function exampleNamed(name: string): ExampleDelivery {
  const found = exampleDeliveries.find(example => example.name === name);
  if (!found) throw new Error(`There is no example "${name}"`);
  return found;
}
