import { ago } from '../testing';
import { defineFact } from './defineFact';
import { groupNow, nextOwnerChange } from './ownerNow';
import { counted } from './wording';

/**
 * How many services the owning group owns now. Context only: nobody knows a
 * number that is good. A service that the group gains or loses moves it for the
 * others of the group too; those say so from their next assessment on, a day
 * later at most.
 */
export const servicesOfOwner = defineFact({
  id: 'ownership.services_per_owner',
  burden: 'ownership',
  question: 'How many services does our team answer for?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'Software catalog: services that name the same group as their owner as this one does, this one too, as of the assessment; services that are gone from the catalog not counted, and no service of a group below or above it',
  gaming:
    'Splitting a group, or naming another on paper, makes it small and gives nobody time; look at ownership.truck_factor and ownership.owner_touch beside it.',
  reads: ['servicesOfOwner'],
  changesAt: nextOwnerChange,

  measure(context) {
    const { service, servicesOfOwner: count } = context;
    const owner = groupNow(context);
    if ('status' in owner) return owner;
    if (owner.group !== service.owner) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `${owner.group} owned it then, and services are counted of those who own one today; ask for today`,
      };
    }
    if (count === undefined) {
      return {
        status: 'unknown',
        reason: 'never-collected',
        because: `Nobody counted the services of ${owner.group}; let the catalog be read once more`,
      };
    }
    return {
      status: 'known',
      value: count,
      sampleSize: count,
      evidence: [],
      because: `${owner.group} owns ${counted(count, 'service')}${
        count === 1 ? ', this one' : ', this one among them'
      }`,
    };
  },

  examples: [
    { given: 'a group that owns this alone', servicesOfOwner: 1, gives: 1 },
    { given: 'a group that owns forty', servicesOfOwner: 40, gives: 40 },
    {
      given: 'no owner',
      service: { owner: undefined, spans: [] },
      servicesOfOwner: 3,
      gives: 'insufficient-data',
    },
    {
      given: 'an owner that names no entity',
      service: { ownerResolves: false, spans: [] },
      servicesOfOwner: 3,
      gives: 'insufficient-data',
    },
    {
      given: 'a person as owner',
      service: { owner: 'user:default/ada', spans: [] },
      servicesOfOwner: 3,
      gives: 'not-applicable',
    },
    {
      given: 'another group that owned it then',
      service: {
        spans: [
          {
            owner: 'group:default/before',
            resolves: true,
            from: ago(365, 'd'),
            origin: 'import',
          },
        ],
      },
      servicesOfOwner: 3,
      gives: 'insufficient-data',
    },
    { given: 'nobody counted', gives: 'never-collected' },
  ],
});
