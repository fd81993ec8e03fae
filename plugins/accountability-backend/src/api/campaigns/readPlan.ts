import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { CampaignRequest } from 'backstage-plugin-accountability-common';
import { CampaignPlan } from '../../governance';
import { ApiContext } from '../ApiContext';
import { parseInstant } from '../parseInstant';

const USUAL_DAYS = 7;

/** A campaign as it is asked for; throws 400 for what cannot be read, and for an owner that is no group the caller may read. */
export async function readPlan(
  context: Pick<ApiContext, 'catalog'>,
  body: CampaignRequest,
  credentials: BackstageCredentials,
): Promise<CampaignPlan> {
  const { title, description = '', checks, milestones = [] } = body;
  return {
    title: title.trim(),
    ...(description.trim() && { description: description.trim() }),
    checks: checks.map(({ scorecard, check }) => ({ scorecard, check })),
    ...(body.scope && { scope: readScope(body.scope) }),
    ...(body.owner !== undefined && {
      owner: await readOwner(context, body.owner, credentials),
    }),
    targetAt: parseInstant('targetAt', body.targetAt),
    milestones: milestones.map(milestone => ({
      title: milestone.title.trim(),
      at: parseInstant('milestones.at', milestone.at),
      share: milestone.share,
    })),
    remindEveryDays: body.remindEveryDays ?? USUAL_DAYS,
  };
}

function readScope(scope: object): FilterPredicate {
  try {
    return parseFilterPredicate(scope);
  } catch {
    throw new InputError(
      'scope is not a filter predicate; write for example {"spec.system": "shop"} or {"$all": [{"kind": "Component"}, {"spec.type": {"$in": ["service", "website"]}}]}',
    );
  }
}

async function readOwner(
  context: Pick<ApiContext, 'catalog'>,
  owner: string,
  credentials: BackstageCredentials,
): Promise<string> {
  const ref = readRef(owner);
  if (!ref.startsWith('group:')) {
    throw new InputError(`owner must be a group, and ${ref} is none`);
  }
  const entity = await context.catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new InputError(
      `owner must be a group of the catalog, which has no ${ref} that you may read`,
    );
  }
  return stringifyEntityRef(entity);
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind: 'group' }));
  } catch {
    throw new InputError(
      'owner must be the entity ref of a group, for example group:default/platform',
    );
  }
}
