import {
  ANY,
  BOOL,
  CelStaticType,
  DOUBLE,
  DURATION,
  INT,
  STRING,
  TIMESTAMP,
  joinTypes,
} from './types';

interface Overload {
  args: CelStaticType[];
  result: CelStaticType;
}

const over = (args: CelStaticType[], result: CelStaticType): Overload => ({
  args,
  result,
});

const ordered = [BOOL, INT, DOUBLE, STRING, TIMESTAMP, DURATION].map(type =>
  over([type, type], BOOL),
);
const numeric = [INT, DOUBLE].map(type => over([type, type], type));
const texts = [over([STRING, STRING], BOOL)];
/** Of an instant in UTC, or in a zone; months and days of the week from 0, Sunday the first. */
const ofInstant = [
  'getFullYear',
  'getMonth',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
];
/** Of a duration as well, as a whole. */
const ofDuration = ['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'];
const LIST: CelStaticType = { kind: 'list', element: ANY };
const MAP: CelStaticType = { kind: 'map', key: ANY, value: ANY };

/** What each operator, function and method takes, without the generic ones (`==`, `in`, `[]`, `?:`, list `+`). */
const overloads: Record<string, Overload[]> = {
  '_<_': ordered,
  '_<=_': ordered,
  '_>_': ordered,
  '_>=_': ordered,
  '_&&_': [over([BOOL, BOOL], BOOL)],
  '_||_': [over([BOOL, BOOL], BOOL)],
  '!_': [over([BOOL], BOOL)],
  '@not_strictly_false': [over([BOOL], BOOL)],
  '-_': [over([INT], INT), over([DOUBLE], DOUBLE)],
  '_+_': [
    ...numeric,
    over([STRING, STRING], STRING),
    over([TIMESTAMP, DURATION], TIMESTAMP),
    over([DURATION, TIMESTAMP], TIMESTAMP),
    over([DURATION, DURATION], DURATION),
  ],
  '_-_': [
    ...numeric,
    over([TIMESTAMP, TIMESTAMP], DURATION),
    over([TIMESTAMP, DURATION], TIMESTAMP),
    over([DURATION, DURATION], DURATION),
  ],
  '_*_': numeric,
  '_/_': numeric,
  '_%_': [over([INT, INT], INT)],
  contains: texts,
  startsWith: texts,
  endsWith: texts,
  matches: texts,
  size: [STRING, LIST, MAP].map(type => over([type], INT)),
  int: [INT, DOUBLE, STRING].map(type => over([type], INT)),
  double: [INT, DOUBLE, STRING].map(type => over([type], DOUBLE)),
  string: [BOOL, INT, DOUBLE, STRING, TIMESTAMP, DURATION].map(type =>
    over([type], STRING),
  ),
  duration: [over([STRING], DURATION)],
  timestamp: [over([STRING], TIMESTAMP)],
  days: [over([DOUBLE], DURATION)],
  ...Object.fromEntries(
    ofInstant.map(name => [
      name,
      [
        over([TIMESTAMP], INT),
        over([TIMESTAMP, STRING], INT),
        ...(ofDuration.includes(name) ? [over([DURATION], INT)] : []),
      ],
    ]),
  ),
};

/** Names that may be called, as written `size(x)`, for suggestions. */
export const functionNames = Object.keys(overloads).filter(name =>
  /^[a-z]/i.test(name),
);

/** True where the name exists, whatever it takes. */
export function isFunction(name: string): boolean {
  return Object.hasOwn(overloads, name);
}

/** Functions written `x.f(y)`; `size` may be written either way. */
export const methodNames = [
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'size',
  ...ofInstant,
];

/** True where it reads a part of an instant, by a zone perhaps. */
export const isCalendar = (name: string): boolean => ofInstant.includes(name);

/** The type of the call, or nothing where no overload takes these types. */
export function resultOf(
  name: string,
  args: readonly CelStaticType[],
): CelStaticType | undefined {
  if (!isFunction(name)) return undefined;
  const found = overloads[name].find(
    overload =>
      overload.args.length === args.length &&
      overload.args.every((wanted, index) => joinTypes(wanted, args[index])),
  );
  return found?.result;
}
