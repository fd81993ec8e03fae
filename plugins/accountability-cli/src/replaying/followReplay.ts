import { setTimeout as pause } from 'node:timers/promises';
import {
  AccountabilityApi,
  Replay,
} from 'backstage-plugin-accountability-common';
import { CommandIo } from '../commands/CommandIo';
import { troubleOf } from '../sending/troubleOf';
import { isOpen } from './isOpen';
import { ProgressLine } from './ProgressLine';

/** How following a replay ended; one that is not `ended` goes on at the server. */
export type Followed =
  | { status: 'ended'; replay: Replay }
  | { status: 'interrupted' | 'lost'; because: string };

type Client = Pick<AccountabilityApi, 'getReplay'>;

const everyMs = 1000;
const longestPauseMs = 60_000;
const attempts = 10;

/** Shows a replay until it ends, somebody presses Ctrl-C, or the server is not reached for long. */
export async function followReplay(
  first: Replay,
  client: Client,
  io: CommandIo,
): Promise<Followed> {
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt?.(() => interrupt.abort());
  try {
    return await follow(first, { client, io, signal: interrupt.signal });
  } finally {
    stopListening?.();
  }
}

async function follow(
  first: Replay,
  given: { client: Client; io: CommandIo; signal: AbortSignal },
): Promise<Followed> {
  const { client, io, signal } = given;
  const line = new ProgressLine(io);
  let replay = first;
  let failures = 0;
  line.show(replay);
  while (isOpen(replay)) {
    await wait(Math.min(everyMs * 2 ** failures, longestPauseMs), io, signal);
    if (signal.aborted) {
      line.leave();
      return { status: 'interrupted', because: 'Stopped watching' };
    }
    const asked = await ask(client, replay.id);
    failures = asked.ok ? 0 : failures + 1;
    if (asked.ok) {
      replay = asked.replay;
      line.show(replay);
    } else if (!asked.mayPass || failures === attempts) {
      line.leave();
      return { status: 'lost', because: asked.because };
    } else {
      line.leave();
      io.err(`${asked.because}; trying again\n`);
    }
  }
  return { status: 'ended', replay };
}

async function ask(
  client: Client,
  id: string,
): Promise<
  | { ok: true; replay: Replay }
  | { ok: false; because: string; mayPass: boolean }
> {
  try {
    return { ok: true, replay: await client.getReplay(id) };
  } catch (error) {
    const { code, words } = troubleOf(error);
    const mayPass = code === 0 || code === 429 || code >= 500;
    return { ok: false, because: words, mayPass };
  }
}

/** Waits, or not for as long where the signal comes first. */
async function wait(
  ms: number,
  { sleep }: CommandIo,
  signal: AbortSignal,
): Promise<void> {
  if (sleep) await sleep(ms);
  // An aborted pause throws; that it was aborted is asked for afterwards.
  else await pause(ms, undefined, { signal }).catch(() => undefined);
}
