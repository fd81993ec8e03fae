import { CelInput } from '@bufbuild/cel';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { PolicyScope, ServiceVariables } from '../PolicyEngine';
import { References } from './references';
import { Vocabulary, splitFactId } from './vocabulary';

type Bindings = Record<string, CelInput>;

/** The value of a fact, or nothing where it is unknown or not of its unit's type. */
export function knownValue(
  id: string,
  scope: PolicyScope,
  vocabulary: Vocabulary,
): number | boolean | undefined {
  const fact = scope.facts.get(id);
  if (fact?.status !== 'known') return undefined;
  const { value } = fact;
  const wanted = vocabulary.fact(id)?.unit === 'boolean' ? 'boolean' : 'number';
  if (typeof value === 'number' && wanted === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  return typeof value === 'boolean' && wanted === 'boolean' ? value : undefined;
}

/** A property of the service, or nothing where the catalog has none. */
export function serviceValue(
  name: string,
  service: ServiceVariables,
): string | undefined {
  const metadata: unknown = Reflect.get(service.entity, 'metadata');
  const value: unknown =
    name === 'title'
      ? Reflect.get(Object(metadata), 'title')
      : Reflect.get(service, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The variables that an expression reads. What is unknown is left out: reading it is then an
 * error to CEL, which its `&&` and `||` treat as the third truth value.
 */
export function bindScope(
  { facts, service, now }: References,
  scope: PolicyScope,
  vocabulary: Vocabulary,
): Bindings {
  // Without a prototype, so that no name resolves to what every object has.
  const bindings: Bindings = Object.create(null);
  const namespaces = new Map<string, Record<string, CelInput>>();
  const put = (namespace: string, name: string, value?: CelInput) => {
    const members = namespaces.get(namespace) ?? {};
    namespaces.set(namespace, members);
    bindings[namespace] = members;
    if (value !== undefined) members[name] = value;
  };
  for (const id of facts) {
    const { namespace, name } = splitFactId(id);
    put(namespace, name, knownValue(id, scope, vocabulary));
  }
  for (const name of service) {
    put('service', name, serviceValue(name, scope.service));
  }
  if (now) bindings.now = timestampFromMs(scope.now);
  return bindings;
}
