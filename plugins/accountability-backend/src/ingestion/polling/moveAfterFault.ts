import { OutsideFault, Poller } from 'backstage-plugin-accountability-node';
import { Claim } from './Claim';
import { Move } from './writeBookmark';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whatever a host says: a limit is looked at again after this. */
const LONGEST_LIMIT_MS = 6 * HOUR;

const LONGEST_RETRY_MS = HOUR;

/** What is refused (no permission, a feature that is off, a repository that is gone) is seldom allowed soon after. */
const LONGEST_REFUSAL_MS = 24 * HOUR;

/** Failures in a row at one place after which a pass begins anew: its cursor may be what is wrong. */
const MOST_FAILURES_OF_A_PASS = 3;

/** How a claim goes on after a fault: the bookmark stays, and what failed is tried again later each time. */
export function moveAfterFault(
  given: { poller: Poller; claim: Claim; pages: number; now(): number },
  fault: OutsideFault,
): Move {
  const now = given.now();
  if (fault.kind === 'stopped') return { is: 'paused', hadTurn: false, now };
  if (fault.kind === 'limited') {
    const until = Math.max(fault.until ?? now + MINUTE, now + 1000);
    return {
      is: 'limited',
      until: Math.min(until, now + LONGEST_LIMIT_MS),
      trouble: fault.message,
    };
  }
  // Pages that came before it count as progress.
  const failures = given.pages > 0 ? 1 : given.claim.failures + 1;
  const wait = waitAfter(fault, failures, given.poller.settings.everyMs);
  return {
    is: 'failed',
    failures,
    nextAt: Math.max(
      now + wait,
      Math.min(fault.until ?? now, now + LONGEST_LIMIT_MS),
    ),
    trouble: fault.message,
    anew: failures % MOST_FAILURES_OF_A_PASS === 0,
    inVain: fault.kind === 'unreachable' || fault.status === 401,
    now,
  };
}

function waitAfter(
  fault: OutsideFault,
  failures: number,
  everyMs: number,
): number {
  // A wrong or expired token is put right soon, and all subjects wait for it.
  const isRefused = fault.kind === 'refused' && fault.status !== 401;
  const [first, longest] = isRefused
    ? [everyMs, LONGEST_REFUSAL_MS]
    : [MINUTE, LONGEST_RETRY_MS];
  return Math.min(longest, first * 2 ** Math.min(20, failures - 1));
}
