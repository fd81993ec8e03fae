import {
  ChangeMaker,
  ChangeOutcome,
  ChangesResponse,
  MakerTally,
  ServiceChange,
} from 'backstage-plugin-accountability-common';
import {
  DescribedChange,
  describeChanges,
  prepareFacts,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { areasOf } from '../../records';
import { PastOptions, readInputsAt } from './readInputsAt';

const DAY = 86_400_000;
const makers: ChangeMaker[] = ['machine', 'automation', 'rest'];

/** What is asked of a service's changes. */
export interface ChangesAsked extends PastOptions {
  windowDays: number;
  maker?: ChangeMaker;
  outcome?: ChangeOutcome;
  /** Those merged before it, or at it with a smaller id, follow. */
  after?: { mergedAt: number; id: string };
  limit: number;
}

/** A page of the changes of a window, as of an instant. */
export type ReadChanges = Pick<
  ChangesResponse,
  'window' | 'total' | 'matching' | 'provenanceKnown' | 'makers' | 'changes'
> & { next?: { mergedAt: number; id: string } };

const outcomes: Record<ChangeOutcome, (one: DescribedChange) => boolean> = {
  unreviewed: ({ approvals }) => approvals === 0,
  'not-by-owner': ({ byOwner }) => byOwner === false,
  reworked: ({ reworked }) => reworked === true,
  'broke-something': ({ incidents }) => incidents.length > 0,
  bypassed: ({ change }) => (change.bypassed ?? []).length > 0,
};

/**
 * The merged changes of a service in a window, newest first, with what became
 * of them. Undefined where the service is not known.
 */
export async function readChanges(
  knex: Knex,
  asked: ChangesAsked,
): Promise<ReadChanges | undefined> {
  const { at, windowDays, maker, outcome, after, limit } = asked;
  const inputs = await readInputsAt(knex, asked);
  if (!inputs) return undefined;
  const from = at - windowDays * DAY;
  const all = describeChanges(prepareFacts(inputs.input)).filter(
    ({ mergedAt }) => mergedAt >= from,
  );
  const matching = all.filter(
    one =>
      (maker === undefined || one.maker === maker) &&
      (outcome === undefined || outcomes[outcome](one)),
  );
  const left = after
    ? matching.filter(
        ({ mergedAt, change }) =>
          mergedAt < after.mergedAt ||
          (mergedAt === after.mergedAt && change.id < after.id),
      )
    : matching;
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return {
    window: { from, to: at },
    total: all.length,
    matching: matching.length,
    provenanceKnown: all.filter(
      ({ maker: made, change }) =>
        made !== 'rest' || (change.provenance?.commits ?? 0) > 0,
    ).length,
    makers: makers.map(one =>
      tally(
        one,
        all.filter(({ maker: made }) => made === one),
      ),
    ),
    changes: page.map(toChange),
    ...(last &&
      left.length > limit && {
        next: { mergedAt: last.mergedAt, id: last.change.id },
      }),
  };
}

function tally(
  maker: ChangeMaker,
  changes: readonly DescribedChange[],
): MakerTally {
  const count = (answers: (boolean | undefined)[]) => ({
    yes: answers.filter(answer => answer === true).length,
    of: answers.filter(answer => answer !== undefined).length,
  });
  return {
    maker,
    changes: changes.length,
    remarked: count(
      changes.map(({ remarks }) =>
        remarks === undefined ? undefined : remarks > 0,
      ),
    ),
    reworked: count(changes.map(({ reworked }) => reworked)),
    brokeSomething: count(
      changes.map(({ deployment, incidents }) =>
        deployment ? incidents.length > 0 : undefined,
      ),
    ),
  };
}

function toChange(described: DescribedChange): ServiceChange {
  const { change, deployment, approvals, ...rest } = described;
  const { code, additions, deletions } = change;
  const size = code ?? { additions, deletions };
  return {
    ...rest,
    ...(change.approvals === undefined
      ? { approvalsSeen: approvals }
      : { approvals }),
    id: change.id,
    title: change.title,
    url: change.url,
    openedAt: change.startedAt,
    origin: change.origin ?? 'request',
    provenance: change.provenance,
    hotfix: change.hotfix,
    reverts: change.reverts,
    lines:
      size.additions === undefined || size.deletions === undefined
        ? undefined
        : { count: size.additions + size.deletions, whole: !code },
    files: code?.files ?? change.files,
    tests: code && code.sources > 0 ? code.tests > 0 : undefined,
    areas: areasOf(change.paths ?? []),
    bypassed: change.bypassed,
    deployment,
  };
}
