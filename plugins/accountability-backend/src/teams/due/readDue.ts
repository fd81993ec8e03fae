import { DueItem } from 'backstage-plugin-accountability-common';
import { sortBy } from 'lodash';
import { attestationsDue } from './attestationsDue';
import { breakGlassDue } from './breakGlassDue';
import { campaignsDue } from './campaignsDue';
import { DueAsked } from './DueAsked';
import { enforcementDue, enforcementsAhead } from './enforcementDue';
import { exemptionsDue, readExemptionsOf } from './exemptionsDue';
import { findingsDue } from './findingsDue';
import { readNotPassing } from './readNotPassing';

/**
 * Everything that is due of a team, the longest due first, in fourteen
 * statements at most however many services it has; decisions of gates only
 * where they may be told of.
 */
export async function readDue(
  asked: DueAsked,
  may: { decisions: boolean },
): Promise<DueItem[]> {
  const { database, scope } = asked;
  const exemptions = await readExemptionsOf(asked);
  const ahead = enforcementsAhead(asked);
  const ended = exemptions
    .filter(({ state }) => state === 'expired')
    .map(({ exemption }) => exemption);
  const notPassing = await readNotPassing(database, {
    entityRefs: scope.services.map(({ entityRef }) => entityRef),
    checks: [...ended, ...ahead],
  });
  const known = { asked, notPassing };
  const items = [
    ...exemptionsDue(exemptions, known),
    ...enforcementDue(ahead, { services: scope.services, notPassing }),
    ...(await attestationsDue(asked)),
    ...(await campaignsDue({ ...asked, services: scope.services })),
    ...(await findingsDue(asked)),
    ...(may.decisions ? await breakGlassDue(asked) : []),
  ];
  return sortBy(items, 'dueAt', 'id');
}
