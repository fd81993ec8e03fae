import { FactUnit } from 'backstage-plugin-accountability-common';
import { CelStaticType } from './types';

/** Something of the scope that an expression reads. */
export interface Reference {
  of: 'fact' | 'service' | 'request' | 'now';
  /** As written: `reliability.incidents`, `service.labels.team`, `now`. */
  path: string;
  /** Id of the fact, name of the property. */
  name: string;
  /** One key of a map. */
  key?: string;
  /** Whether it is only asked for, by `has()`. */
  tested: boolean;
  type: CelStaticType;
  /** Of a fact. */
  unit?: FactUnit;
}

/** The name under which its value is bound; `has(x)` is a value of its own. */
export function bindingOf({ path, tested }: Reference): string {
  return tested ? `has(${path})` : path;
}
