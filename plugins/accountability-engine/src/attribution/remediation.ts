import { RemedyKind } from 'backstage-plugin-accountability-common';
import { formatInstant } from '../time';
import { describeDeployment } from './describeDeployment';
import { Mended } from './findRemedies';
import { nothing, Question, Rung } from './Rung';

/** Going back says most plainly what was wrong; that a hotfix mends what ran before it is a habit of naming. */
const confidences: Record<RemedyKind, number> = {
  rollback: 0.9,
  revert: 0.9,
  hotfix: 0.7,
};

/** A deployment of the service that undid another while the incident lasted: the first of what it undid is charged. */
export const remediation: Rung = {
  method: 'remediation',

  ask(question) {
    for (const mended of question.mended) {
      const cause = mended.undone.find(
        ({ record }) => record.startedAt <= question.at,
      );
      if (!cause) continue;
      return {
        cause,
        confidence: confidences[mended.kind],
        evidence: evidenceOf(mended),
        remedy: remedyOf(mended),
      };
    }
    return nothing;
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

function evidenceOf({ kind, by, undone, change }: Mended): string[] {
  const began = `began ${formatInstant(
    by.record.startedAt,
  )}, while the incident lasted`;
  const what = describeDeployment(by.record);
  if (kind === 'rollback') {
    const range =
      undone.length === 1
        ? `the ${describeDeployment(undone[0].record)}`
        : `${undone.length} deployments since; one failure is counted, the first of them`;
    return [
      `The ${what} ${began}. It goes back to what ran earlier and undoes ${range}.`,
    ];
  }
  const title = change?.title ? `“${change.title}”` : 'a change';
  const does =
    kind === 'revert'
      ? `which undoes what the ${describeDeployment(undone[0].record)} brought`
      : `which was made to mend what the ${describeDeployment(
          undone[0].record,
        )} left running`;
  return [`The ${what} ${began}. It brings ${title}, ${does}.`];
}
