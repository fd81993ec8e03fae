import { FactUnit } from 'backstage-plugin-accountability-common';
import { FactType, Param, RuleEnvironment } from '../PolicyEngine';
import { didYouMean } from '../didYouMean';
import { ParsedExpression, parseExpression } from './parseExpression';
import { Reference } from './Reference';
import {
  BOOL,
  CelStaticType,
  DOUBLE,
  STRING,
  STRINGS,
  STRING_MAP,
  TIMESTAMP,
} from './types';

/** Properties of a service that an expression may read. */
const serviceProperties: Readonly<Record<string, CelStaticType>> = {
  kind: STRING,
  namespace: STRING,
  name: STRING,
  title: STRING,
  type: STRING,
  lifecycle: STRING,
  owner: STRING,
  system: STRING,
  tags: STRINGS,
  labels: STRING_MAP,
  annotations: STRING_MAP,
};

/** What a gate is asked with. */
const requestProperties: Readonly<Record<string, CelStaticType>> = {
  point: STRING,
  environment: STRING,
  commit: STRING,
  artifact: STRING,
  labels: STRINGS,
};

const unitTypes: Partial<Record<FactUnit, CelStaticType>> = {
  boolean: BOOL,
  text: STRING,
  instant: TIMESTAMP,
  texts: STRINGS,
  labels: STRING_MAP,
};

/** Every number is a double, so that no author has to know which facts are whole. */
const typeOfUnit = (unit: FactUnit): CelStaticType => unitTypes[unit] ?? DOUBLE;

/** What `<namespace>.<name>` stands for. */
export type Meaning =
  | { is: 'reference'; reference: Reference }
  | { is: 'param'; param: Param }
  | { is: 'variable'; place: number; parsed: ParsedExpression }
  /** At fault itself, where that is told already. */
  | { is: 'broken' }
  | { is: 'unknown'; message: string };

const fixed = ['service', 'params', 'variables', 'request'];

const unknown = (message: string): Meaning => ({ is: 'unknown', message });

const oneOf = (path: string, paths: readonly string[]) =>
  didYouMean(path, paths) || ` (there are: ${paths.join(', ')})`;

/** What names mean in an expression. */
export class Vocabulary {
  private readonly facts: Map<string, FactType>;
  private readonly namespaces: Set<string>;
  private readonly variables: string[];
  private readonly parsed = new Map<string, ParsedExpression | undefined>();

  constructor(private readonly environment: RuleEnvironment) {
    const { facts, variables } = environment;
    this.facts = new Map(facts.map(fact => [fact.id, fact]));
    this.namespaces = new Set(
      facts.map(({ id }) => id.slice(0, id.indexOf('.'))),
    );
    this.variables = [...(variables?.keys() ?? [])];
  }

  isNamespace(name: string): boolean {
    return fixed.includes(name) || this.namespaces.has(name);
  }

  meaningOf(namespace: string, name: string): Meaning {
    const path = `${namespace}.${name}`;
    if (this.environment.broken?.has(path)) return { is: 'broken' };
    switch (namespace) {
      case 'service':
        return this.property('service', name, serviceProperties);
      case 'request':
        return this.environment.request
          ? this.property('request', name, requestProperties)
          : unknown(
              `'${path}' is known at gates alone (read it in a rule of a gate)`,
            );
      case 'params':
        return this.param(name);
      case 'variables':
        return this.variable(name);
      default:
        return this.fact(namespace, name);
    }
  }

  /** What is wrong with a name that stands alone. */
  describeUnknown(name: string): string {
    if (fixed.includes(name)) {
      const example = { service: 'type', request: 'point' }[name] ?? 'name';
      return `'${name}' is not a value (name a property: ${name}.${example})`;
    }
    const ids = [...this.facts.keys()];
    if (this.namespaces.has(name)) {
      const example = ids.find(id => id.startsWith(`${name}.`));
      return `'${name}' is a group of facts (name one of them: ${example})`;
    }
    const better = [
      ...this.variables.map(variable => `variables.${variable}`),
      ...[...(this.environment.params?.keys() ?? [])].map(
        param => `params.${param}`,
      ),
      ...ids,
      ...Object.keys(serviceProperties).map(property => `service.${property}`),
    ].find(path => path.slice(path.indexOf('.') + 1) === name);
    if (better) return `unknown name '${name}' (did you mean '${better}'?)`;
    const near = didYouMean(name, [...this.namespaces, ...fixed, 'now']);
    return `unknown name '${name}'${
      near || " (there are: facts, 'service' and 'now')"
    }`;
  }

  private property(
    of: 'service' | 'request',
    name: string,
    properties: Readonly<Record<string, CelStaticType>>,
  ): Meaning {
    const path = `${of}.${name}`;
    if (Object.hasOwn(properties, name)) {
      const type = properties[name];
      return {
        is: 'reference',
        reference: { of, path, name, type, tested: false },
      };
    }
    const paths = Object.keys(properties).map(property => `${of}.${property}`);
    return unknown(`unknown property '${path}'${oneOf(path, paths)}`);
  }

  private param(name: string): Meaning {
    const { params } = this.environment;
    const param = params?.get(name);
    if (param) return { is: 'param', param };
    const paths = [...(params?.keys() ?? [])].map(key => `params.${key}`);
    const path = `params.${name}`;
    return unknown(
      paths.length > 0
        ? `unknown param '${path}'${oneOf(path, paths)}`
        : `unknown param '${path}' (there are none here: write it in spec.params)`,
    );
  }

  private variable(name: string): Meaning {
    const place = this.variables.indexOf(name);
    const source = this.environment.variables?.get(name);
    if (place >= 0 && source !== undefined) {
      if (!this.parsed.has(name)) {
        const result = parseExpression(source);
        this.parsed.set(name, result.ok ? result.parsed : undefined);
      }
      const parsed = this.parsed.get(name);
      return parsed ? { is: 'variable', place, parsed } : { is: 'broken' };
    }
    const path = `variables.${name}`;
    const paths = this.variables.map(key => `variables.${key}`);
    const otherwise = ' (write it in spec.variables, before what reads it)';
    return unknown(
      `unknown variable '${path}'${didYouMean(path, paths) || otherwise}`,
    );
  }

  private fact(namespace: string, name: string): Meaning {
    const path = `${namespace}.${name}`;
    const fact = this.facts.get(path);
    if (fact) {
      const { unit } = fact;
      const type = typeOfUnit(unit);
      return {
        is: 'reference',
        reference: { of: 'fact', path, name: path, type, unit, tested: false },
      };
    }
    const ids = [...this.facts.keys()];
    const siblings = ids.filter(id => id.startsWith(`${namespace}.`));
    return unknown(
      `unknown fact '${path}'${
        didYouMean(path, ids) || ` (there are: ${siblings.join(', ')})`
      }`,
    );
  }
}
