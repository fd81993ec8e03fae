import { CheckRef, DueItem } from 'backstage-plugin-accountability-common';
import { dueWithinMs } from '../dueWithinMs';
import { DueAsked, DueService } from './DueAsked';
import { NotPassing } from './readNotPassing';

/** A check that is not enforced yet. */
export interface Enforcement extends CheckRef {
  title: string;
  /** From when on it is, epoch milliseconds. */
  from: number;
}

/** Checks of the policy that are enforced within 60 days. */
export function enforcementsAhead({
  policy: { scorecards },
  now,
}: Pick<DueAsked, 'policy' | 'now'>): Enforcement[] {
  return scorecards
    .filter(({ draft }) => !draft)
    .flatMap(({ name, checks }) =>
      checks.flatMap(({ id, title, mode, enforceFrom: from }) =>
        mode === 'enforce' &&
        from !== undefined &&
        from > now &&
        from - now <= dueWithinMs
          ? [{ scorecard: name, check: id, title, from }]
          : [],
      ),
    );
}

/** Checks that are enforced soon and would hold services of a team back. */
export function enforcementDue(
  ahead: readonly Enforcement[],
  given: { services: readonly DueService[]; notPassing: NotPassing },
): DueItem[] {
  const { services } = given;
  return ahead.flatMap((one): DueItem[] => {
    const failing = services.filter(({ entityRef }) =>
      given.notPassing.has(entityRef, one),
    );
    if (failing.length === 0) return [];
    return [
      {
        id: `enforcement ${one.scorecard}/${one.check}`,
        kind: 'enforcement',
        title: `“${one.title}” is enforced`,
        dueAt: one.from,
        overdue: false,
        todo: `Make it pass before then: ${failing.length} of ${
          services.length
        } ${services.length === 1 ? 'service' : 'services'} would fail today`,
        where: { page: 'scorecard', of: one.scorecard },
      },
    ];
  });
}
