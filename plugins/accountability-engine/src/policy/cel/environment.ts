import { CelEnv, CelScalar, celEnv, celFunc, objectType } from '@bufbuild/cel';
import { DurationSchema } from '@bufbuild/protobuf/wkt';
import { create } from '@bufbuild/protobuf';

const SECONDS_PER_DAY = 86_400;

const days = celFunc(
  'days',
  [CelScalar.DOUBLE],
  objectType(DurationSchema),
  count =>
    create(DurationSchema, {
      seconds: BigInt(Math.round(count * SECONDS_PER_DAY)),
    }),
);

/** A number that is none gives no answer: with the infinity of CEL, nothing measured would read as a fail. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error('double overflow');
  return value;
}

const arithmetic = (
  name: string,
  compute: (left: number, right: number) => number,
) =>
  celFunc(
    name,
    [CelScalar.DOUBLE, CelScalar.DOUBLE],
    CelScalar.DOUBLE,
    (left, right) => finite(compute(left, right)),
  );

const divide = arithmetic('_/_', (dividend, divisor) => {
  if (divisor === 0) throw new Error('division by zero');
  return dividend / divisor;
});

const toDouble = celFunc(
  'double',
  [CelScalar.STRING],
  CelScalar.DOUBLE,
  text => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw new Error(`'${text}' is not a number`);
  },
);

/** Standard CEL, with `days(n)` added, and an error wherever a double would not be a number. */
export const environment: CelEnv = celEnv({
  funcs: [
    days,
    divide,
    arithmetic('_*_', (left, right) => left * right),
    arithmetic('_+_', (left, right) => left + right),
    arithmetic('_-_', (left, right) => left - right),
    toDouble,
  ],
});
