import {
  enforcementPoints,
  Exemption,
  exemptionStateAt,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';
import { timeOrderedId } from '../../database/timeOrderedId';
import { lockDecisions } from '../lockDecisions';
import { inWords } from './describeExemption';
import { Settled } from './Settled';
import { toExemption } from './toExemption';

/** What somebody asks for; refs are in lower case. */
export type AskedExemption = Omit<
  Exemption,
  'id' | 'decision' | 'revoked' | 'renewals'
>;

/**
 * Keeps a request for an exemption. Of the same check, subject and points one
 * at most is open, but for the one that it goes on from. Call it in a
 * transaction.
 */
export async function requestExemption(
  trx: Knex,
  asked: AskedExemption,
): Promise<Settled> {
  const { scorecard, check, subject, renews } = asked;
  await lockDecisions(trx, {
    exemption: JSON.stringify([subject.ref, scorecard, check]),
  });
  const rows: ExemptionRow[] = await trx<ExemptionRow>('exemptions')
    .where({
      subject_ref: subject.ref,
      subject_by: subject.by,
      scorecard,
      check_id: check,
    })
    .orderBy('id');
  const known = rows.map(toExemption);
  const former = known.find(({ id }) => id === renews);
  const because =
    renews === undefined
      ? whyNotBeside(known, asked)
      : whyNotRenewed(former, asked) ??
        whyNotBeside(known.filter(isNoneOf(chainOf(former, known))), asked);
  if (because !== undefined) return { status: 'refused', because };
  const row = toRow(asked, former ? former.renewals + 1 : 0);
  await trx<ExemptionRow>('exemptions').insert(row);
  return { status: 'kept', exemption: toExemption(row) };
}

function whyNotRenewed(
  former: Exemption | undefined,
  { renews, expiresAt }: AskedExemption,
): string | undefined {
  if (!former) {
    return `There is no exemption ${renews} from this check for this subject; renew one of the same check and subject, or ask without renews`;
  }
  if (former.decision?.verdict !== 'approved') {
    return `The exemption ${former.id} was never approved, so that there is nothing to renew; ask without renews`;
  }
  if (former.revoked) {
    return `The exemption ${former.id} was revoked; ask for a new one, without renews`;
  }
  if (expiresAt <= former.expiresAt) {
    return `The exemption ${former.id} holds until ${inWords(
      former.expiresAt,
    )} as it is; renew it to a later instant`;
  }
  return undefined;
}

/** An exemption with those that it goes on from. */
function chainOf(
  last: Exemption | undefined,
  known: readonly Exemption[],
): Exemption[] {
  const chain: Exemption[] = [];
  for (
    let link = last;
    link;
    link = known.find(({ id }) => id === chain.at(-1)?.renews)
  ) {
    chain.push(link);
  }
  return chain;
}

function isNoneOf(chain: readonly Exemption[]) {
  return (one: Exemption) => !chain.includes(one);
}

function whyNotBeside(
  known: readonly Exemption[],
  asked: AskedExemption,
): string | undefined {
  const points = writePoints(asked.points);
  const open = known
    .filter(one => writePoints(one.points) === points)
    .map(one => ({ one, state: exemptionStateAt(one, asked.requestedAt) }))
    .findLast(({ state }) => state === 'pending' || state === 'approved');
  if (!open) return undefined;
  const { id, expiresAt } = open.one;
  return open.state === 'approved'
    ? `The exemption ${id} from this check is in force until ${inWords(
        expiresAt,
      )}; to have it longer, renew it: ask with renews: ${id}`
    : `The exemption ${id} from this check is asked for already; have it decided, or withdraw it first. Once it is approved it can be renewed`;
}

function toRow(asked: AskedExemption, renewals: number): ExemptionRow {
  return {
    id: timeOrderedId(asked.requestedAt),
    subject_ref: asked.subject.ref,
    subject_by: asked.subject.by,
    scorecard: asked.scorecard,
    check_id: asked.check,
    points: writePoints(asked.points),
    reason: asked.reason,
    ticket: asked.ticket ?? null,
    requested_by: asked.requestedBy,
    requested_at: writeInstant(asked.requestedAt),
    expires_at: writeInstant(asked.expiresAt),
    verdict: null,
    decided_by: null,
    decided_at: null,
    decided_reason: null,
    revoked_by: null,
    revoked_at: null,
    revoked_reason: null,
    renews: asked.renews ?? null,
    renewals,
  };
}

/** Each once, in the order of the vocabulary, so that the same points are the same text. */
function writePoints(points: Exemption['points']): string | null {
  return points
    ? JSON.stringify(enforcementPoints.filter(one => points.includes(one)))
    : null;
}
