import { FirstStep } from 'backstage-plugin-accountability-common';
import { Organisation } from '../../organisation';

const HIDDEN =
  'There are services, and you may read none of them in the catalog; ask for the permission catalog.entity.read';

/** What the steps about services are told by. */
export interface StepServices {
  states: Organisation['states'];
  /** Those that the caller may read; absent for all. */
  visible?: ReadonlySet<string>;
  /** Those that records reach. */
  reached: ReadonlySet<string>;
  /** Subjects without a service; absent where the caller may not read them. */
  unowned?: number;
}

/** Whether services have an owner that resolves, records, and a level, of those that the caller may read. */
export function serviceSteps(given: StepServices): {
  services: FirstStep;
  records: FirstStep;
  level: FirstStep;
} {
  const { states, visible, reached, unowned } = given;
  const seen = [...states.values()].filter(
    ({ entityRef }) => visible === undefined || visible.has(entityRef),
  );
  const hidden = seen.length === 0 && states.size > 0;
  const of = seen.length;
  const step = (id: FirstStep['step'], count: number): FirstStep => {
    if (hidden) return { step: id, state: 'unknown', because: HIDDEN };
    return { step: id, state: count > 0 ? 'done' : 'todo', count, of };
  };
  const count = (is: (state: (typeof seen)[number]) => boolean) =>
    seen.filter(is).length;
  return {
    services: step(
      'services',
      count(({ owner }) => owner !== undefined),
    ),
    records: {
      ...step(
        'records',
        count(({ entityRef }) => reached.has(entityRef)),
      ),
      ...(unowned !== undefined && { unowned }),
    },
    level: step(
      'level',
      count(({ levels }) => levels.some(({ rank }) => rank > 0)),
    ),
  };
}
