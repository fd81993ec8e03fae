import { sameCommit } from '../delivery';
import { Bill } from '../supply';
import { FactContext } from './defineFact';
import { runningDeployments, Through } from './runningDeployments';

/** Bills of one repository, and what of it runs. */
export interface StandingBills {
  /** Newest first, at least one; all of one commit. */
  bills: readonly Bill[];
  /** `deployed`: of the commit that runs; `newest`: of the newest commit that has any. */
  basis: 'deployed' | 'newest';
  /** What got through last; undefined where nothing is known to have in 180 days. */
  running?: Through;
}

/**
 * The bills that stand for what runs now: those of the commit that was deployed
 * last in the environment that is asked about, whatever their branch. Where no
 * such commit is known or none has a bill, those of the newest commit of the
 * default branch that has one. Several where several tools or repositories tell
 * of it, so that a component may be in more than one; none where nobody
 * uploaded any. The fact says `reads: ['bills']`, and `nextRunningChange` when
 * time alone makes it another deployment.
 */
export function deployedBills(context: FactContext): {
  bills: readonly Bill[];
  basis: 'deployed' | 'newest';
} {
  const standing = standingBills(context);
  const basis = standing.some(one => one.basis === 'deployed')
    ? 'deployed'
    : 'newest';
  const bills = standing
    .filter(one => one.basis === basis)
    .flatMap(one => one.bills);
  return { bills, basis };
}

/** The same for each repository that has bills, the one with the newest first. */
export function standingBills(context: FactContext): StandingBills[] {
  const { bills } = context.supply;
  const through = runningDeployments(context);
  const subjects = [...new Set(bills.map(({ subject }) => subject))];
  return subjects.flatMap((subject): StandingBills[] => {
    const own = bills.filter(bill => bill.subject === subject);
    const others = bills.filter(bill => bill.subject !== subject);
    const running = through.find(
      ({ deployment }) =>
        deployment.subject === subject ||
        isOf(own, deployment.sha) ||
        (!subjects.includes(deployment.subject) &&
          !isOf(others, deployment.sha)),
    );
    const deployed = own.filter(bill => isOf([bill], running?.deployment.sha));
    if (deployed.length > 0) {
      return [{ bills: deployed, basis: 'deployed', running }];
    }
    const newest = newestOf(own);
    return newest.length > 0
      ? [{ bills: newest, basis: 'newest', running }]
      : [];
  });
}

/** Bills of a branch say nothing of what will run. */
function newestOf(bills: readonly Bill[]): Bill[] {
  const main = bills.filter(({ defaultBranch }) => defaultBranch !== false);
  const [newest] = main;
  return main.filter(bill => bill === newest || isOf([bill], newest.sha));
}

function isOf(bills: readonly Bill[], commit: string | undefined): boolean {
  return (
    commit !== undefined &&
    bills.some(({ sha }) => sha !== undefined && sameCommit(sha, commit))
  );
}
