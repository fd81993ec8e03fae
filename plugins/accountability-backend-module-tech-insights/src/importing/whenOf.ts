import { isMap, isScalar, isSeq } from 'yaml';
import { CheckAtHand } from './toExpression';
import { literalOf } from './literalOf';

/** Where each field of a filter is read in policy. */
const properties: Record<string, string> = {
  kind: 'service.kind',
  'spec.type': 'service.type',
  'spec.lifecycle': 'service.lifecycle',
};

/** Filters write kinds in any case, the catalog in this. */
const kinds = ['Component', 'API', 'System', 'Resource', 'Domain', 'Template'];

/** To which entities a check applies, in CEL; undefined where to all, or, with a remark, where that cannot be said. */
export function whenOf(filter: unknown, at: CheckAtHand): string | undefined {
  const { importing, check } = at;
  const alternatives: unknown[] = isSeq(filter) ? filter.items : [filter];
  const read = alternatives.map(one => {
    if (!isMap(one)) return undefined;
    const terms = one.items.map(({ key, value }) =>
      termOf(isScalar(key) ? String(key.value) : '', value),
    );
    return terms.includes(undefined) ? undefined : terms.join(' && ');
  });
  if (filter === undefined) return undefined;
  if (read.includes(undefined)) {
    return importing.refuse(
      filter,
      `its filter reads what only match of a scorecard can: of ${Object.keys(
        properties,
      ).join(', ')} it may be written here`,
      check,
    );
  }
  return read.length === 1 ? read[0] : read.map(one => `(${one})`).join(' || ');
}

function termOf(field: string, node: unknown): string | undefined {
  const property = properties[field];
  const values: unknown[] = isSeq(node)
    ? node.items.map(item => (isScalar(item) ? item.value : undefined))
    : [isScalar(node) ? node.value : undefined];
  const texts = values.filter(value => typeof value === 'string');
  if (!property || texts.length === 0 || texts.length < values.length) {
    return undefined;
  }
  const literals = texts.map(text =>
    literalOf(
      field === 'kind'
        ? kinds.find(kind => kind.toLowerCase() === text.toLowerCase()) ?? text
        : text,
    ),
  );
  return literals.length === 1
    ? `${property} == ${literals[0]}`
    : `${property} in [${literals.join(', ')}]`;
}
