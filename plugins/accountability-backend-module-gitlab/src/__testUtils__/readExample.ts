import { Collected } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { z } from 'zod';
import { createGitlabSource } from '../createGitlabSource';
import { exampleDeliveries } from '../testUtils';

const source = createGitlabSource(['secret']);
const body = z.record(z.string(), z.unknown());

/** An example by its name, as the source reads it; `change` is laid over its body, `attributes` over its `object_attributes`. */
export function readExample(
  name: string,
  given?: { change?: object; attributes?: object },
): Collected {
  const found = exampleDeliveries.find(one => one.name === name);
  if (!found) throw new Error(`There is no example "${name}"`);
  const { object_attributes: attributes, ...rest } = body.parse(found.body);
  return source.collect(
    incoming({
      headers: found.headers,
      body: {
        ...rest,
        ...(attributes !== undefined && {
          object_attributes: {
            ...body.parse(attributes),
            ...given?.attributes,
          },
        }),
        ...given?.change,
      },
    }),
  );
}
