import { CelEnv, CelScalar, celEnv, celFunc, objectType } from '@bufbuild/cel';
import { DurationSchema } from '@bufbuild/protobuf/wkt';
import { create } from '@bufbuild/protobuf';

const SECONDS_PER_DAY = 86_400;
const DIVIDE = '_/_';

const days = celFunc(
  'days',
  [CelScalar.DOUBLE],
  objectType(DurationSchema),
  count =>
    create(DurationSchema, {
      seconds: BigInt(Math.round(count * SECONDS_PER_DAY)),
    }),
);

/** Dividing by zero gives no answer: with the infinity of CEL, nothing measured would read as a fail. */
const divide = celFunc(
  DIVIDE,
  [CelScalar.DOUBLE, CelScalar.DOUBLE],
  CelScalar.DOUBLE,
  (dividend, divisor) => {
    if (divisor === 0) throw new Error('division by zero');
    return dividend / divisor;
  },
);

/** Standard CEL, with `days(n)` added and division by zero made an error for doubles too. */
export const environment: CelEnv = celEnv({ funcs: [days, divide] });
