import {
  enforcementPoints,
  GateRequest,
} from 'backstage-plugin-accountability-common';
import { formats, Presentation } from '../gate/Presentation';
import { jobKey } from '../gate/jobKey';
import { GateFlags } from './GateFlags';
import { oneOf } from './oneOf';
import { CommandIo } from './CommandIo';

/** What `accountability gate` is to do, or everything that stands against it. */
export type GatePlan =
  | {
      ok: true;
      request: GateRequest;
      presentation: Presentation;
      failOn: 'deny' | 'warn';
      onUnreachable: 'fail' | 'warn';
      timeoutMs: number;
      retries: number;
    }
  | { ok: false; because: string[] };

const most = { label: 20, retries: 20, seconds: 600 };

/** Reads the flags. */
export function planGate(
  gate: string,
  flags: GateFlags,
  { env }: Pick<CommandIo, 'env'>,
): GatePlan {
  const because: string[] = [];
  const word = <T extends string>(
    flag: string,
    given: string,
    words: readonly [T, ...T[]],
  ): T => {
    const read = oneOf(flag, given, words);
    if (!read.ok) because.push(read.because);
    return read.ok ? read.word : words[0];
  };
  const point = word('--point', flags.point, enforcementPoints);
  const format = word('--format', flags.format, formats);
  const failOn = word('--fail-on', flags.failOn, ['deny', 'warn']);
  const onUnreachable = word('--on-unreachable', flags.onUnreachable, [
    'fail',
    'warn',
  ]);
  const seconds = Number(flags.timeout);
  const retries = Number(flags.retries);
  because.push(...troublesOf(flags, { seconds, retries }));
  const { service } = flags;
  if (!service || because.length > 0) return { ok: false, because };
  return {
    ok: true,
    request: requestOf(gate, { ...flags, service, point }, env),
    presentation: { ...flags, format },
    failOn,
    onUnreachable,
    timeoutMs: seconds * 1000,
    retries,
  };
}

function troublesOf(
  flags: GateFlags,
  { seconds, retries }: { seconds: number; retries: number },
): string[] {
  const { portalUrl, breakGlass, dryRun, label } = flags;
  return [
    seconds > 0 && seconds <= most.seconds
      ? ''
      : `--timeout has to be a number of seconds, at most ${most.seconds}`,
    Number.isInteger(retries) && retries >= 0 && retries <= most.retries
      ? ''
      : `--retries has to be a whole number, at most ${most.retries}`,
    portalUrl === undefined || URL.canParse(portalUrl)
      ? ''
      : '--portal-url needs the address of Backstage, e.g. https://backstage.example.com',
    breakGlass !== undefined && dryRun
      ? '--dry-run goes past no gate; leave --break-glass out, or --dry-run'
      : '',
    label.length > most.label ? `--label: at most ${most.label}` : '',
  ].filter(Boolean);
}

function requestOf(
  gate: string,
  flags: GateFlags & Pick<GateRequest, 'point'> & { service: string },
  env: CommandIo['env'],
): GateRequest {
  const { service, point, environment, commit, artifact, label } = flags;
  const { dryRun, breakGlass: reason, idempotencyKey } = flags;
  const question = {
    entityRef: service,
    point,
    ...(environment && { environment }),
    ...(commit && { commit }),
    ...(artifact && { artifact }),
    ...(label.length > 0 && { labels: label }),
    ...(reason !== undefined && { breakGlass: { reason } }),
  };
  if (dryRun) return { ...question, dryRun: true };
  return {
    ...question,
    idempotencyKey: idempotencyKey || jobKey(gate, question, env),
  };
}
