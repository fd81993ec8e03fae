import { ago } from '../testing';
import { earliest, formatDay } from '../time';
import { defineFact } from './defineFact';

const living = {
  owner: 'group:default/payments',
  resolves: true,
  origin: 'catalog',
} as const;

/** Whether the owner in force names an entity that exists; an owner that does not is no owner. */
export const ownerResolves = defineFact({
  id: 'ownership.owner_resolves',
  burden: 'ownership',
  question: 'Does a team that exists own this service?',
  unit: 'boolean',
  windowDays: 0,
  needs: [],
  source:
    'Software catalog: the owner in force is an entity of the catalog; owner spans decide for a past instant',

  changesAt({ now, service }) {
    let next: number | undefined;
    for (const { from, to } of service.spans) {
      if (from > now) next = earliest(next, from);
      if (to !== undefined && to > now) next = earliest(next, to);
    }
    return next;
  },

  measure({ now, service, ownerAt }) {
    const { spans } = service;
    const known = { status: 'known', sampleSize: 1, evidence: [] } as const;
    if (spans.length === 0) {
      if (!service.owner) {
        return {
          ...known,
          value: false,
          because: 'The catalog names no owner',
        };
      }
      return answer(service.owner, service.ownerResolves);
    }
    const first = Math.min(...spans.map(({ from }) => from));
    if (now < first) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `Owners are known from ${formatDay(
          first,
        )} on, not before; import owner changes to know more`,
      };
    }
    const owner = ownerAt(now);
    if (owner.status === 'unknown') {
      return { ...known, value: false, because: 'Nobody owns it any more' };
    }
    return answer(owner.owner, owner.resolves);
  },

  examples: [
    {
      given: 'an owner that exists',
      service: { spans: [{ ...living, from: ago(90, 'd') }] },
      gives: true,
    },
    {
      given: 'an owner that names no entity',
      service: { spans: [{ ...living, resolves: false, from: ago(90, 'd') }] },
      gives: false,
    },
    {
      given: 'no owner in the catalog and none before',
      service: { owner: undefined, spans: [] },
      gives: false,
    },
    {
      given: 'an instant before the first owner that is known',
      service: { spans: [{ ...living, from: ago(-1, 'd') }] },
      gives: 'insufficient-data',
    },
  ],
});

function answer(owner: string, resolves: boolean) {
  return {
    status: 'known',
    value: resolves,
    sampleSize: 1,
    evidence: [],
    because: resolves
      ? `${owner} owns it and is in the catalog`
      : `${owner} is named as owner and is not in the catalog`,
  } as const;
}
