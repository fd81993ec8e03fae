import { GateDecision } from 'backstage-plugin-accountability-common';
import { plainLine } from '../findings/plainLine';
import { askGate, Asked } from '../gate/askGate';
import { decisionText } from '../gate/decisionText';
import { tellDecision } from '../gate/tellDecision';
import { tellUnasked } from '../gate/tellUnasked';
import { CommandIo, exitCodes } from './CommandIo';
import { GateFlags } from './GateFlags';
import { GatePlan, planGate } from './planGate';
import { readConnection } from './readConnection';
import { writeReport } from './writeReport';

type Plan = Extract<GatePlan, { ok: true }>;

/** Asks a gate and tells its decision; gives back the exit code. */
export async function gateCommand(
  gate: string,
  flags: GateFlags,
  io: CommandIo,
): Promise<number> {
  const plan = planGate(gate, flags, io);
  if (!plan.ok) return usage(io, plan.because);
  const connection = readConnection(flags, io);
  if (!connection.ok) return usage(io, connection.because);
  const asked = await askGate(gate, plan.request, {
    ...connection,
    ...plan,
    sleep: io.sleep,
    onRetry: (because, pauseMs) =>
      io.err(
        `${plainLine(because)}; asking again in ${Math.ceil(
          pauseMs / 1000,
        )} s\n`,
      ),
  });
  return asked.status === 'decided'
    ? tell(asked.decision, plan, io)
    : tellTrouble({ ...asked, gate }, plan, io);
}

function usage(io: CommandIo, because: string[]): number {
  io.err(`${because.join('\n')}\nSee accountability gate --help\n`);
  return exitCodes.usage;
}

async function tell(
  decision: GateDecision,
  { presentation, failOn }: Plan,
  io: CommandIo,
): Promise<number> {
  const text = decisionText(decision, presentation.portalUrl);
  const told = tellDecision(decision, presentation);
  await writeReport({ told, text }, presentation.output, io);
  const { outcome } = decision;
  const fails = outcome === 'deny' || (outcome === 'warn' && failOn === 'warn');
  return fails ? exitCodes.refused : exitCodes.done;
}

async function tellTrouble(
  asked: Exclude<Asked, { status: 'decided' }> & { gate: string },
  { presentation, onUnreachable }: Plan,
  io: CommandIo,
): Promise<number> {
  const { status, because } = asked;
  if (status === 'misused') return usage(io, [plainLine(because)]);
  // Only an outage is gone past: a token that was taken away must not open what it was to close.
  const goesOn = status === 'unreached' && onUnreachable === 'warn';
  const told = tellUnasked({ ...asked, goesOn }, presentation);
  await writeReport({ told, text: '' }, presentation.output, io);
  io.err(
    goesOn
      ? `WARNING: the gate was NOT ASKED, and the job goes on because of --on-unreachable warn: ${plainLine(
          because,
        )}\n`
      : `The gate was not asked, which holds the job: ${plainLine(because)}\n`,
  );
  return goesOn ? exitCodes.done : exitCodes.stopped;
}
