import {
  FirstStepsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readLastAsked } from '../../gates';
import { readLastReceived } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { ReadableServices } from '../ReadableServices';
import { KeptReach } from './KeptReach';
import { gateStep } from './gateStep';
import { mayRead } from './mayRead';
import { policyStep } from './policyStep';
import { serviceSteps } from './serviceSteps';
import { sourceStep } from './sourceStep';

/** `GET /first-steps`: how far this installation is on its way to the first gate that was asked. */
export async function getFirstSteps(
  context: ApiContext,
  kept: { readable: ReadableServices; reach: KeptReach },
  req: object,
): Promise<FirstStepsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { database } = context;
  const [organisation, policy, last, reach, askedAt, may] = await Promise.all([
    context.organisation.current(),
    context.policy.status(),
    readLastReceived(database),
    kept.reach.current(),
    readLastAsked(database),
    mayRead(context, credentials),
  ]);
  const { states } = organisation;
  const { visible } = await kept.readable.among(context, credentials, () =>
    states.keys(),
  );
  const { services, records, level } = serviceSteps({
    ...{ states, visible, reached: reach.reached },
    ...(may.unowned && { unowned: reach.unowned }),
  });
  const steps = [
    services,
    sourceStep({ last, on: context.sources, may: may.sources }),
    records,
    policyStep(policy, may.policy),
    level,
    gateStep({ policy, askedAt, may: may.decisions }),
  ];
  const done = steps.every(({ state }) => state === 'done');
  return { asOf: context.now(), done, steps };
}
