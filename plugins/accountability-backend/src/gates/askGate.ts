import { createHash } from 'node:crypto';
import { ForwardedError } from '@backstage/errors';
import { FailurePolicy } from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  CompiledPolicy,
  decideUnasked,
  evidenceOf,
} from 'backstage-plugin-accountability-engine';
import { timeOrderedId } from '../database/timeOrderedId';
import { breakGlass } from './breakGlass';
import { GateAnswer, GateAsked } from './GateAsked';
import { GlassBreaker } from './GlassBreaker';
import { decide, Decided } from './decide';
import { eraseFrom } from './eraseFrom';
import { GateSources } from './GateSources';
import { keepDecision } from './keepDecision';
import { readGateService } from './readGateService';

/** Of a gate that is not known because the policy could not be read. */
const strictest: FailurePolicy = {
  onUnknown: 'fail',
  onError: 'fail',
  onEngineError: 'fail',
};

/**
 * Asks a gate and keeps its decision: three statements that read and one that
 * writes. Throws only where the decision cannot
 * be kept.
 */
export async function askGate(
  sources: GateSources,
  asked: GateAsked,
): Promise<GateAnswer> {
  const { question, now } = asked;
  const [policy, found] = await Promise.all([
    readPolicy(sources),
    readService(sources, question.entityRef),
  ]);
  if (!policy) {
    const why =
      'The policy in force could not be read; ask again, and have an operator look into the log of Backstage if it stays so.';
    const verdict = decideUnasked(strictest.onEngineError, why);
    return conclude(sources, asked, { decided: { verdict, engines: [] } });
  }
  const gate = policy.gates.find(({ name }) => name === asked.gate);
  if (!gate) return noGate(asked.gate, policy);
  if (!gate.points.includes(question.point)) {
    return {
      ok: false,
      fault: 'no-point',
      because: `${gate.name} is not asked at the point ${
        question.point
      }; it is at ${gate.points.join(', ')}`,
    };
  }
  if (found === 'missing') {
    return { ok: false, fault: 'no-service', because: question.entityRef };
  }
  const breaker = asked.dryRun ? undefined : await asked.whoBreaks?.(gate);
  const decided = found
    ? await decide(sources, { policy, gate, ...found, question, now })
    : unreadable(gate);
  return conclude(sources, asked, {
    decided,
    gate,
    breaker,
    policy,
    owner: found?.service.owner,
  });
}

async function readPolicy({
  policy,
  logger,
}: GateSources): Promise<CompiledPolicy | undefined> {
  try {
    return await policy.current();
  } catch (error) {
    logger.error(
      'A gate was asked and the policy in force could not be read, which counts as a fail',
      new ForwardedError('Policy', error),
    );
    return undefined;
  }
}

async function readService(
  { database, logger }: GateSources,
  entityRef: string,
) {
  try {
    return (await readGateService(database, entityRef)) ?? 'missing';
  } catch (error) {
    logger.error(
      `A gate was asked and ${entityRef} could not be read`,
      new ForwardedError('Service', error),
    );
    return undefined;
  }
}

function unreadable({ failurePolicy }: CompiledGate): Decided {
  const why =
    'The service could not be read; ask again, and have an operator look into the log of Backstage if it stays so.';
  const verdict = decideUnasked(failurePolicy.onEngineError, why);
  return { verdict, engines: [] };
}

function noGate(name: string, { gates }: CompiledPolicy): GateAnswer {
  const names = gates.map(gate => gate.name).sort();
  const because =
    names.length > 0
      ? `There is no gate ${name}; these there are: ${names.join(', ')}`
      : `There is no gate ${name}: the policy in force has none; write a document of kind Gate`;
  return { ok: false, fault: 'no-gate', because };
}

/** Puts the decision together and keeps it. */
async function conclude(
  sources: GateSources,
  asked: GateAsked,
  given: {
    decided: Decided;
    gate?: CompiledGate;
    breaker?: GlassBreaker;
    policy?: CompiledPolicy;
    owner?: string;
  },
): Promise<GateAnswer> {
  const { decided, gate, policy, owner } = given;
  const { question, now, dryRun } = asked;
  const { rules, facts, engineError } = decided.verdict;
  const digest = policy?.digest ?? '';
  const evidence = createHash('sha256')
    .update(evidenceOf({ question, rules, facts, policy: digest }))
    .digest('hex');
  const broken = breakGlass(decided.verdict, { ...given, now });
  const decision = eraseFrom(
    {
      ...question,
      ...(!dryRun && { id: timeOrderedId(now) }),
      gate: asked.gate,
      title: gate?.title ?? asked.gate,
      at: now,
      ...broken.said,
      rules,
      facts,
      failurePolicy: gate?.failurePolicy ?? strictest,
      ...(engineError !== undefined && { engineError }),
      ...(owner !== undefined && { owner }),
      policy: digest,
      engines: decided.engines,
      evidence,
      repeated: false,
      dryRun,
    },
    sources.settings.mask,
  );
  if (dryRun) return { ok: true, decision };
  return keepDecision(sources, decision, {
    ...asked,
    by: broken.by ?? asked.machine,
  });
}
