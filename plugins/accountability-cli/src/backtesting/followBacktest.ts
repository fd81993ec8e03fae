import { setTimeout as pause } from 'node:timers/promises';
import {
  BacktestResponse,
  PolicyApi,
} from 'backstage-plugin-accountability-common';
import { CommandIo } from '../commands/CommandIo';
import { plainLine } from '../findings/plainLine';
import { troubleOf } from '../sending/troubleOf';

const everyMs = 1000;
const longestPauseMs = 60_000;
const attempts = 10;
/** A line is worth printing when this much more of the whole is done. */
const STEP = 0.1;

/** Asks for a backtest until it is done or failed, and says now and then how far it is; throws where the server refuses, or is not reached for long. */
export async function followBacktest(
  first: BacktestResponse,
  client: Pick<PolicyApi, 'getBacktest'>,
  io: CommandIo,
): Promise<BacktestResponse> {
  let test = first;
  let told = 0;
  let failures = 0;
  io.err(`Backtest ${plainLine(first.id)}\n`);
  while (test.state === 'waiting' || test.state === 'running') {
    const pauseMs = Math.min(everyMs * 2 ** failures, longestPauseMs);
    await (io.sleep ?? pause)(pauseMs);
    try {
      test = await client.getBacktest(first.id);
      failures = 0;
    } catch (error) {
      failures += 1;
      const { code, words } = troubleOf(error);
      const mayPass = code === 0 || code === 429 || code >= 500;
      if (!mayPass || failures === attempts) throw error;
      io.err(`${plainLine(words)}; trying again\n`);
    }
    const { done, total } = test.progress;
    if (done - told >= STEP * total && done > told) {
      io.err(`${done} of ${total} services\n`);
      told = done;
    }
  }
  return test;
}
