import { endsSoonAt } from 'backstage-plugin-accountability-common';
import { CompiledScorecard } from 'backstage-plugin-accountability-engine';
import {
  ApiContext,
  CallerRequest,
  EntityPath,
  getGroupAttestations,
} from '../api';
import { TeamRisk, TreeScope, readTreeRefs } from '../assessment';
import { listExemptions } from '../governance';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { instantText } from './instantText';

const MOST = 20;

/** What a team has to do by when, as actions give it. */
export const dueSchema = (z: ActionZod) =>
  z.object({
    attestations: z.array(
      z.object({ service: z.string(), state: z.string(), since: z.string() }),
    ),
    attestationsLeft: z.number(),
    exemptionsEnding: z.array(
      z.object({
        id: z.string(),
        scorecard: z.string(),
        check: z.string(),
        subject: z.string(),
        until: z.string(),
      }),
    ),
    enforced: z.array(
      z.object({
        scorecard: z.string(),
        check: z.string(),
        title: z.string(),
        from: z.string(),
        services: z.number(),
      }),
    ),
  });

/** What is known of a team when it is asked what is due. */
interface KnownTeam {
  risks: readonly TeamRisk[];
  scorecards: readonly CompiledScorecard[];
  scope: TreeScope;
  /** The group and those below it. */
  groups: readonly { groupRef: string }[];
  now: number;
}

/** See `dueSchema`: what a group is to attest, which exemptions end within two weeks, and which of its warnings will hold back. */
export async function readDue(
  { api }: ActionContext,
  req: CallerRequest<EntityPath>,
  known: KnownTeam,
) {
  const { services, total } =
    req.params.kind.toLowerCase() === 'group'
      ? await getGroupAttestations(api, req)
      : { services: [], total: 0 };
  return {
    attestations: services.slice(0, MOST).map(({ entityRef, due }) => ({
      service: entityRef,
      state: due.state,
      since: instantText(due.at),
    })),
    attestationsLeft: Math.max(0, total - MOST),
    exemptionsEnding: await readEnding(api, known),
    enforced: soonEnforced(known).slice(0, MOST),
  };
}

/** The soonest first; those that the group and its services have by their system are not among them. */
async function readEnding(
  { database }: ApiContext,
  { scope, groups, now }: KnownTeam,
) {
  const listed = await listExemptions(database, {
    asOf: now,
    state: 'approved',
    subjects: [
      ...groups.map(({ groupRef }) => groupRef),
      ...(await readTreeRefs(database, scope)),
    ],
    limit: MOST,
  });
  return listed
    .filter(({ exemption }) => endsSoonAt(exemption, now))
    .map(({ exemption: { id, scorecard, check, subject, expiresAt } }) => ({
      ...{ id, scorecard, check },
      subject: subject.ref,
      until: instantText(expiresAt),
    }));
}

function soonEnforced({ risks, scorecards, now }: KnownTeam) {
  return scorecards
    .flatMap(({ name, checks }) =>
      checks.flatMap(({ id, title, enforceFrom = -Infinity }) =>
        enforceFrom > now ? [{ name, id, title, enforceFrom }] : [],
      ),
    )
    .map(({ name, id, title, enforceFrom }) => ({
      scorecard: name,
      check: id,
      title,
      from: enforceFrom,
      services: risks.filter(
        risk => risk.scorecard === name && risk.check === id,
      ).length,
    }))
    .filter(({ services }) => services > 0)
    .sort((a, b) => a.from - b.from)
    .map(one => ({ ...one, from: instantText(one.from) }));
}
