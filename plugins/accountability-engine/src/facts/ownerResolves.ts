import { ago } from '../testing';
import { defineFact } from './defineFact';
import { nextOwnerChange, ownerNow } from './ownerNow';

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
  gaming:
    'A group that owns everything resolves always; look at how many services it owns, and at ownership.owner_touch beside it.',

  changesAt: nextOwnerChange,

  measure(context) {
    const owner = ownerNow(context);
    if (owner.status === 'unknown') return owner;
    const known = { status: 'known', sampleSize: 1, evidence: [] } as const;
    if (owner.status === 'nobody') {
      return { ...known, value: false, because: owner.because };
    }
    return {
      ...known,
      value: owner.resolves,
      because: owner.resolves
        ? `${owner.owner} owns it and is in the catalog`
        : `${owner.owner} is named as owner and is not in the catalog`,
    };
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
