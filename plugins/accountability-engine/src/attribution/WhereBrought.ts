import { byStart, Contents, ran, sameCommit, shortCommit } from '../delivery';
import { claimReach } from './claimReach';
import { DeploymentIndex } from './DeploymentIndex';
import { IndexedDeployment } from './IndexedDeployment';

/** Tells in which deployment a change came to production first. */
export class WhereBrought {
  private readonly deployments: DeploymentIndex;
  private readonly byId = new Map<string, IndexedDeployment>();
  private readonly byCommit = new Map<
    string,
    { sha: string; item: IndexedDeployment }[]
  >();

  constructor(
    deployments: DeploymentIndex,
    contents: ReadonlyMap<string, Contents>,
  ) {
    this.deployments = deployments;
    for (const item of deployments.own) {
      const found = contents.get(item.record.id);
      if (found?.status !== 'known') continue;
      for (const { id, sha } of found.changes) {
        this.byId.set(id, item);
        if (sha) this.addCommit(sha, item);
      }
    }
  }

  /**
   * The deployment that brought a change, named by record id or commit, where
   * it came before another; failing that, the first that deployed just it.
   */
  get(
    change: string,
    before: IndexedDeployment,
  ): IndexedDeployment | undefined {
    const earliest = before.record.startedAt - claimReach;
    const couldBe = (item?: IndexedDeployment) =>
      item !== undefined &&
      item.record.startedAt >= earliest &&
      byStart(item.record, before.record) < 0;
    const brought = this.byId.get(change) ?? this.broughtCommit(change);
    if (brought) return couldBe(brought) ? brought : undefined;
    const just = this.just(change).filter(couldBe);
    return just.find(({ record }) => ran(record)) ?? just.at(0);
  }

  private broughtCommit(sha: string): IndexedDeployment | undefined {
    return this.byCommit
      .get(keyOf(sha))
      ?.find(entry => sameCommit(entry.sha, sha))?.item;
  }

  private just(sha: string): IndexedDeployment[] {
    return this.deployments
      .named('sha', sha)
      .filter(({ record }) => record.environment === 'production');
  }

  private addCommit(sha: string, item: IndexedDeployment) {
    const known = this.byCommit.get(keyOf(sha));
    if (known) known.push({ sha, item });
    else this.byCommit.set(keyOf(sha), [{ sha, item }]);
  }
}

function keyOf(sha: string): string {
  return sha.slice(0, shortCommit).toLowerCase();
}
