import { isCelList } from '@bufbuild/cel';
import { Scope } from '../expressions/Scope';
import { Reading } from '../fields/compileReading';
import { Entry } from './compileEntry';
import { Mapping } from './compileMapping';

/** An entry that holds for a delivery, with a scope for each of its record events. */
export interface Part {
  entry: Entry;
  scopes: readonly Scope[];
  /** Why there is no scope. */
  because?: string;
}

const textsOf = ({ expressions }: Reading) =>
  expressions.map(({ text }) => text).join(', ');

/** The entries that hold for a delivery. */
export function partsOf({ entries }: Mapping, scope: Scope): Part[] {
  return entries.flatMap(entry => partOf(entry, scope) ?? []);
}

function partOf(entry: Entry, scope: Scope): Part | undefined {
  const { when, each } = entry;
  const holds = (within: Scope) => !when || when.evaluate(within) === true;
  if (!when?.readsItem && !holds(scope)) return undefined;
  if (!each) return { entry, scopes: [scope] };
  const list = each.read(scope);
  if (list === undefined || !isCelList(list)) {
    const because =
      list === undefined
        ? each.describe(scope)
        : `${textsOf(each)} gives no list`;
    return { entry, scopes: [], because: `${entry.path}.each ${because}` };
  }
  const scopes = [...list]
    .map(item => ({ ...scope, item }))
    .filter(within => !when?.readsItem || holds(within));
  return { entry, scopes };
}
