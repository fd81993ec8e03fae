import { AccountabilityClient } from 'backstage-plugin-accountability-common';
import { followReplay } from '../replaying/followReplay';
import { listReplays } from '../replaying/listReplays';
import { replayWords } from '../replaying/replayWords';
import { fetchWith } from '../sending/fetchWith';
import { troubleOf } from '../sending/troubleOf';
import { CommandIo, exitCodes } from './CommandIo';
import { planReplay, ReplayPlan } from './planReplay';
import { readConnection } from './readConnection';
import { ReplayFlags } from './ReplayFlags';

type Plan = Extract<ReplayPlan, { ok: true }>;

/** Has deliveries read again, lists replays or cancels one; gives back the exit code. */
export async function replayCommand(
  flags: ReplayFlags,
  io: CommandIo,
): Promise<number> {
  const plan = planReplay(flags);
  if (!plan.ok) return usage(io, plan.because);
  const connection = readConnection(flags, io);
  if (!connection.ok) return usage(io, connection.because);
  const { url, token } = connection;
  const client = new AccountabilityClient({
    baseUrl: url.replace(/\/$/, ''),
    fetch: fetchWith({ token }),
  });
  try {
    return await carryOut(plan, client, io);
  } catch (error) {
    const { code, words } = troubleOf(error);
    io.err(`Not done: ${words}\n`);
    return code === 400 || code === 404 ? exitCodes.usage : exitCodes.stopped;
  }
}

function usage(io: CommandIo, because: string[]): number {
  io.err(`${because.join('\n')}\nSee accountability replay --help\n`);
  return exitCodes.usage;
}

function carryOut(
  plan: Plan,
  client: AccountabilityClient,
  io: CommandIo,
): Promise<number> {
  switch (plan.what) {
    case 'list':
      return list(client, io);
    case 'cancel':
      return cancel(plan.id, client, io);
    default:
      return start(plan, client, io);
  }
}

async function list(
  client: AccountabilityClient,
  io: CommandIo,
): Promise<number> {
  const { replays } = await client.getReplays();
  io.out(listReplays(replays));
  return exitCodes.done;
}

async function cancel(
  id: string,
  client: AccountabilityClient,
  io: CommandIo,
): Promise<number> {
  const replay = await client.cancelReplay(id);
  io.err(`${replayWords(replay)}\n`);
  if (replay.status === 'cancelled') return exitCodes.done;
  io.err('It had ended before, so nothing was cancelled.\n');
  return exitCodes.refused;
}

async function start(
  { request, wait }: Extract<Plan, { what: 'start' }>,
  client: AccountabilityClient,
  io: CommandIo,
): Promise<number> {
  const replay = await client.createReplay(request);
  if (!wait) {
    io.out(`${replay.id}\n`);
    io.err(`${replayWords(replay)}\n`);
    return exitCodes.done;
  }
  io.err(`Replay ${replay.id}\n`);
  const followed = await followReplay(replay, client, io);
  if (followed.status === 'ended') {
    return followed.replay.status === 'done'
      ? exitCodes.done
      : exitCodes.refused;
  }
  io.err(
    `${followed.because}; the replay goes on at the server.\nTo end it: accountability replay --cancel ${replay.id}\n`,
  );
  return followed.status === 'lost' ? exitCodes.stopped : exitCodes.interrupted;
}
