import { Expression } from '../expressions/compileExpression';
import { PayloadSize } from '../payload/readPayload';
import { Mapping } from './compileMapping';
import { Part } from './partsOf';

const sum = (
  expressions: readonly Expression[] | undefined,
  size: PayloadSize,
) =>
  (expressions ?? []).reduce(
    (total, expression) => total + expression.stepsOn(size),
    0,
  );

/** At most how many steps it takes to know which entries hold for a payload. */
export function stepsBefore(mapping: Mapping, size: PayloadSize): number {
  return mapping.entries.reduce((total, { when, each }) => {
    const times = when?.readsItem ? size.longestList : 1;
    const steps = when ? times * when.stepsOn(size) : 0;
    return total + steps + sum(each?.expressions, size);
  }, sum(mapping.type?.expressions, size));
}

/** At most how many steps it takes to read all record events. */
export function stepsOn(parts: readonly Part[], size: PayloadSize): number {
  return parts.reduce((total, { entry, scopes }) => {
    const fields = [...entry.fields.values()];
    const once = fields.reduce(
      (steps, { expressions }) => steps + sum(expressions, size),
      0,
    );
    return total + scopes.length * once;
  }, 0);
}
