import {
  CompiledCheck,
  EngineAnswer,
} from 'backstage-plugin-accountability-engine';
import { AskedService } from './AskedService';
import { AskOptions, askRules } from './askRules';
import { wantsAnswer } from './wantsAnswer';

/**
 * Asks other engines for rules of one service, as a gate wants them: answers by
 * `rule`, for `answers` of the gate's input. Rules of no other engine, and
 * those that do not apply, are not asked. Never throws.
 */
export async function askForOne(
  service: AskedService,
  {
    rules,
    ...options
  }: AskOptions & { rules: readonly { rule: string; check: CompiledCheck }[] },
): Promise<ReadonlyMap<string, EngineAnswer>> {
  const questions = rules
    .filter(({ rule, check }) => wantsAnswer(check, { rule, scope: service }))
    .map(rule => ({ ...rule, scope: service }));
  const asked = await askRules(questions, options);
  return asked.get(service.service.entityRef)?.answers ?? new Map();
}
