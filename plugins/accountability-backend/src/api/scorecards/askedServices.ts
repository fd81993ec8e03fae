import { InputError, NotFoundError } from '@backstage/errors';
import {
  ScorecardServicesOptions,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { CompiledScorecard } from 'backstage-plugin-accountability-engine';
import { ScorecardSort, ScoredScope } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { scorecardsInForce } from './scorecardsInForce';
import { visibleServices } from './visibleServices';

/** A request for services of a scorecard. */
export interface ServicesRequest {
  params: { scorecard: string };
  query: ScorecardServicesOptions;
}

/** What is asked for, once it is known to make sense. */
export interface AskedServices {
  scorecard: CompiledScorecard;
  scope: ScoredScope;
  sort: ScorecardSort;
  now: number;
}

/** Reads a request for services of a scorecard; throws 400, 401, 403, and 404 for a scorecard that there is not. */
export async function askedServices(
  context: ApiContext,
  req: ServicesRequest,
): Promise<AskedServices> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const { owner, level, check, status, sort = 'name' } = req.query;
  const scorecard = findScorecard(
    scorecardsInForce(await context.policy.current(), now),
    req.params.scorecard,
  );
  const { name, levels, checks } = scorecard;
  if (level !== undefined && level !== 'none' && !levels.includes(level)) {
    throw new InputError(
      `${name} has no level ${level}; write ${[...levels, 'none'].join(', ')}`,
    );
  }
  const ids = checks.filter(({ mode }) => mode !== 'off').map(({ id }) => id);
  if (check !== undefined && !ids.includes(check)) {
    throw new InputError(
      `${name} has no check ${check}; it has: ${ids.join(', ')}`,
    );
  }
  if (status !== undefined && check === undefined) {
    throw new InputError('status needs check: say of which check');
  }
  return {
    scorecard,
    scope: {
      scorecard: name,
      visible: await visibleServices(context, credentials),
      owner: owner?.toLocaleLowerCase('en-US'),
      level,
      check,
      status,
    },
    sort,
    now,
  };
}

function findScorecard(
  scorecards: readonly CompiledScorecard[],
  name: string,
): CompiledScorecard {
  const found = scorecards.find(one => one.name === name);
  if (found) return found;
  const names = scorecards.map(one => one.name);
  throw new NotFoundError(
    `There is no scorecard ${name} in force; there ${
      names.length === 0 ? 'is none' : `are: ${names.join(', ')}`
    }`,
  );
}
