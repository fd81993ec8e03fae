import { setImmediate } from 'timers/promises';
import { DebtCosts } from './DebtCosts';
import { Organisation } from './Organisation';
import { PolicyChecks } from './policyChecks';
import { sayChecks } from './sayChecks';

/** Nobody waits for more than this meanwhile, milliseconds. */
const TURN_MS = 2;

/** Adds up what changed before somebody asks, an owner after the other: who asks then adds up owners and no services. */
export async function addUp(
  { byOwner, names }: Pick<Organisation, 'byOwner' | 'names'>,
  options: { checks: PolicyChecks; costs: DebtCosts; signal?: AbortSignal },
): Promise<void> {
  const { checks, costs, signal } = options;
  const said = sayChecks(names, checks);
  let begun = performance.now();
  for (const owned of byOwner.values()) {
    if (performance.now() - begun > TURN_MS) {
      await setImmediate();
      signal?.throwIfAborted();
      begun = performance.now();
    }
    owned.all(said, costs);
  }
}
