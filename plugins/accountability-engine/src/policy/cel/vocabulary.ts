import { FactUnit } from 'backstage-plugin-accountability-common';
import { FactType } from '../PolicyEngine';
import { didYouMean } from '../didYouMean';
import { BOOL, CelStaticType, DOUBLE, STRING } from './types';

/** Properties of a service that an expression may read; any of them but the kind may be absent. */
export const serviceProperties = [
  'kind',
  'type',
  'lifecycle',
  'owner',
  'title',
];

/** Every number is a double, so that no author has to know which facts are whole. */
export function typeOfUnit(unit: FactUnit): CelStaticType {
  return unit === 'boolean' ? BOOL : DOUBLE;
}

/** The two halves of a fact id. */
export function splitFactId(id: string): { namespace: string; name: string } {
  const dot = id.indexOf('.');
  return { namespace: id.slice(0, dot), name: id.slice(dot + 1) };
}

/** What names mean in an expression. */
export class Vocabulary {
  private readonly facts: Map<string, FactType>;
  private readonly namespaces: Set<string>;

  constructor(facts: readonly FactType[]) {
    this.facts = new Map(facts.map(fact => [fact.id, fact]));
    this.namespaces = new Set(
      facts.map(fact => splitFactId(fact.id).namespace),
    );
  }

  fact(id: string): FactType | undefined {
    return this.facts.get(id);
  }

  isNamespace(name: string): boolean {
    return name === 'service' || this.namespaces.has(name);
  }

  /** The type of `<namespace>.<name>`, or what is wrong with it. */
  typeOf(namespace: string, name: string): CelStaticType | string {
    const id = `${namespace}.${name}`;
    if (namespace === 'service') {
      if (serviceProperties.includes(name)) return STRING;
      const ids = serviceProperties.map(property => `service.${property}`);
      const there = ` (there are: ${ids.join(', ')})`;
      return `unknown property '${id}'${didYouMean(id, ids) || there}`;
    }
    const fact = this.facts.get(id);
    if (fact) return typeOfUnit(fact.unit);
    const ids = [...this.facts.keys()];
    const siblings = ids.filter(other => other.startsWith(`${namespace}.`));
    const there = ` (there are: ${siblings.join(', ')})`;
    return `unknown fact '${id}'${didYouMean(id, ids) || there}`;
  }

  /** What is wrong with a name that stands alone. */
  describeUnknown(name: string): string {
    if (name === 'service') {
      return `'service' is not a value (name a property: service.type)`;
    }
    if (this.namespaces.has(name)) {
      const example = [...this.facts.keys()].find(id =>
        id.startsWith(`${name}.`),
      );
      return `'${name}' is a group of facts (name one of them: ${example})`;
    }
    const ids = [...this.facts.keys()];
    const byName = ids.find(id => splitFactId(id).name === name);
    if (byName) return `unknown name '${name}' (did you mean '${byName}'?)`;
    if (serviceProperties.includes(name)) {
      return `unknown name '${name}' (did you mean 'service.${name}'?)`;
    }
    const near = didYouMean(name, [...this.namespaces, 'service', 'now']);
    return `unknown name '${name}'${
      near || " (there are: facts, 'service' and 'now')"
    }`;
  }
}
