import { DebtCosts } from './DebtCosts';
import { LevelCounts } from './LevelCounts';
import { SaidChecks } from './sayChecks';
import { ServiceState } from './ServiceState';
import { StateSums } from './StateSums';
import { WorseTurnOf, worseTurns } from './worseTurns';
import { OwnDebts, tallyDebts } from './tallyDebts';

/**
 * The services of one owner and what they come to, each worked out when it is
 * first asked for: what changed elsewhere is no reason to add them up again.
 */
export class OwnedServices {
  #sums?: StateSums;
  #levels?: LevelCounts;
  #worse?: WorseTurnOf[];
  #debts?: { of: string; debts: OwnDebts };

  /** @param owner - undefined where nobody answers for them */
  constructor(
    readonly owner: string | undefined,
    readonly states: readonly ServiceState[],
  ) {}

  get sums(): StateSums {
    this.#sums ??= StateSums.of(this.states);
    return this.#sums;
  }

  get levels(): LevelCounts {
    this.#levels ??= LevelCounts.of(this.states);
    return this.#levels;
  }

  /** What turned for the worse in twelve weeks. */
  get worse(): readonly WorseTurnOf[] {
    this.#worse ??= worseTurns(this.states);
    return this.#worse;
  }

  /** All that they come to. */
  all(said: SaidChecks, costs: DebtCosts) {
    return {
      ...{ sums: this.sums, levels: this.levels, worse: this.worse },
      debts: this.debts(said, costs),
    };
  }

  /** What may be worth doing, by what a policy says of its checks. */
  debts(said: SaidChecks, costs: DebtCosts): OwnDebts {
    if (this.#debts?.of !== said.key) {
      this.#debts = { of: said.key, debts: tallyDebts(this, said, costs) };
    }
    return this.#debts.debts;
  }
}
