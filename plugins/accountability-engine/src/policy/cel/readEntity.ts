import { ServiceVariables } from '../PolicyEngine';

const empty: Record<string, unknown> = {
  tags: [],
  labels: {},
  annotations: {},
};

const within = (holder: unknown, name: string): unknown =>
  Reflect.get(Object(holder), name);

/**
 * A property of a service. An entity without tags, labels or annotations has
 * none of them, which is known; undefined is a property that is not set.
 */
export function readEntity(name: string, service: ServiceVariables): unknown {
  const metadata = within(service.entity, 'metadata');
  switch (name) {
    case 'tags':
    case 'labels':
    case 'annotations':
      return within(metadata, name) ?? empty[name];
    case 'name':
    case 'title':
      return within(metadata, name) || undefined;
    case 'namespace':
      return within(metadata, name) || 'default';
    case 'system':
      return (
        service.system ||
        within(within(service.entity, 'spec'), name) ||
        undefined
      );
    default:
      return within(service, name) || undefined;
  }
}
