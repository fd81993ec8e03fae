import {
  ComingItem,
  ComingKind,
  comingKinds,
  DueItem,
} from 'backstage-plugin-accountability-common';
import { sortBy } from 'lodash';
import { campaignsDue } from '../due/campaignsDue';
import { enforcementDue, enforcementsAhead } from '../due/enforcementDue';
import { dueWithinMs } from '../dueWithinMs';
import { attestationsComing } from './attestationsComing';
import { ComingAsked } from './ComingAsked';
import { exemptionsComing } from './exemptionsComing';

/** What comes up for some services in the next 60 days, the soonest first, in five statements at most. */
export async function readComing(asked: ComingAsked): Promise<ComingItem[]> {
  const { services, statusOf, now } = asked;
  const notPassing = {
    has: (...of: Parameters<typeof statusOf>) =>
      ['fail', 'warn'].includes(statusOf(...of) ?? ''),
  };
  const campaigns = await campaignsDue(asked);
  return sortBy(
    [
      ...(await exemptionsComing(asked)),
      ...attestationsComing(asked),
      ...enforcementDue(enforcementsAhead(asked), { services, notPassing })
        .concat(campaigns.filter(({ dueAt }) => isSoon(dueAt, now)))
        .flatMap(toComing),
    ],
    'dueAt',
    'id',
  );
}

function isSoon(dueAt: number, now: number): boolean {
  return dueAt > now && dueAt - now <= dueWithinMs;
}

/** Without what is of one service alone. */
function toComing({ id, kind, title, dueAt, todo, where }: DueItem) {
  return isComing(kind) ? [{ id, kind, title, dueAt, todo, where }] : [];
}

function isComing(kind: string): kind is ComingKind {
  return comingKinds.some(one => one === kind);
}
