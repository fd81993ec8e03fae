import { RemedyKind } from 'backstage-plugin-accountability-common';
import { byStart, ran } from '../delivery';
import { formatInstant } from '../time';
import { claimReach } from './claimReach';
import { describeDeployment } from './describeDeployment';
import { Mended } from './findRemedies';
import { IndexedDeployment } from './IndexedDeployment';
import { nothing, Question, Rung } from './Rung';

/** Going back says most plainly what was wrong; that a hotfix mends what ran before it is a habit of naming. */
const confidences: Record<RemedyKind, number> = {
  rollback: 0.9,
  revert: 0.9,
  hotfix: 0.7,
};

/** A remedy with what it says of one incident. */
interface Said {
  mended: Mended;
  cause: IndexedDeployment;
}

/** A deployment of the service that undid another while the incident lasted: the first of what it undid is charged. */
export const remediation: Rung = {
  method: 'remediation',

  ask(question) {
    const said = strongest(question);
    if (!said) return nothing;
    const { mended, cause } = said;
    return {
      cause,
      confidence: confidences[mended.kind],
      evidence: [inWords(said, question)],
      remedy: remedyOf(mended),
    };
  },
};

/** A remedy as it is kept with a link. */
export function remedyOf({ kind, by, undone }: Mended) {
  const finishedAt = by.record.endedAt;
  return {
    kind,
    record: by.record.id,
    ...(finishedAt !== undefined && { finishedAt }),
    undone: undone.map(({ record }) => record.id),
  };
}

/** The remedy that undid a deployment, where one did. */
export function remedyFor(
  cause: { record: { id: string } },
  mended: Question['mended'],
): Mended | undefined {
  return mended.find(({ undone }) =>
    undone.some(({ record }) => record.id === cause.record.id),
  );
}

/**
 * Of several remedies the first counts, since an incident may stay open for
 * long after it. Going back outranks a hotfix; and where it did not help and a
 * rollback went further back, over what is charged, that one counts.
 */
function strongest(question: Question): Said | undefined {
  const all = question.mended.flatMap(mended => {
    const cause = firstBefore(mended, question);
    return cause ? [{ mended, cause }] : [];
  });
  let best = all.find(({ mended }) => mended.kind !== 'hotfix') ?? all.at(0);
  for (const said of all) {
    if (best && goesFurther(said, best)) best = said;
  }
  return best;
}

function goesFurther({ mended, cause }: Said, best: Said): boolean {
  return (
    mended.kind === 'rollback' &&
    mended.undone.includes(best.cause) &&
    byStart(cause.record, best.cause.record) < 0
  );
}

/** An attempt that failed is charged only where nothing that got through was undone. */
function firstBefore(
  { undone }: Mended,
  { at }: Question,
): IndexedDeployment | undefined {
  const begun = undone.filter(
    ({ record }) =>
      record.startedAt <= at && record.startedAt >= at - claimReach,
  );
  return begun.find(({ record }) => ran(record)) ?? begun.at(0);
}

function inWords({ mended, cause }: Said, question: Question): string {
  const { kind, by, undone, change } = mended;
  const { startedAt } = by.record;
  const when =
    startedAt > question.incident.startedAt
      ? 'while the incident lasted'
      : 'just before the incident was noted';
  const began = `The ${describeDeployment(by.record)} began ${formatInstant(
    startedAt,
  )}, ${when}.`;
  const what =
    undone.length === 1
      ? `the ${describeDeployment(cause.record)}`
      : `${undone.length} deployments; one failure is counted, the first of them that could be the cause`;
  if (kind === 'rollback') {
    return `${began} It goes back to what ran earlier and undoes ${what}.`;
  }
  const title = change?.title ? `“${change.title}”` : 'a change';
  return kind === 'revert'
    ? `${began} It brings ${title}, which undoes what came with ${what}.`
    : `${began} It brings ${title}, which was made to mend what ${what} left running.`;
}
