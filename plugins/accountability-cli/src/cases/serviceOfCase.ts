import { GateInput } from 'backstage-plugin-accountability-engine';
import { z } from 'zod';
import { serviceShape } from './testShape';

/** The service of a case: what the case says of it goes before what its test says. */
export function serviceOfCase(
  ...said: (z.infer<typeof serviceShape> | undefined)[]
): GateInput['service'] {
  const [test = {}, own = {}] = said;
  const given = { ...test, ...own };
  const { kind = 'Component', namespace = 'default', name = 'service' } = given;
  const { title, type, lifecycle, owner, system, spec } = given;
  const { tags, labels, annotations } = given;
  return {
    entityRef: `${kind}:${namespace}/${name}`.toLowerCase(),
    kind,
    type,
    lifecycle,
    owner,
    system,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: withValues({
        ...{ namespace, name, title, tags, labels, annotations },
      }),
      spec: withValues({ ...spec, type, lifecycle, owner, system }),
    },
  };
}

/** Without what is not set: a predicate may ask whether something is there. */
function withValues(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined),
  );
}
