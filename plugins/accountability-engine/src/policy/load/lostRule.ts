import {
  checkModes,
  countedAs,
  severities,
} from 'backstage-plugin-accountability-common';
import { CompiledGateRule, Diagnostic } from '../CompiledPolicy';
import { missingEngine } from '../missingEngine';
import { GateContext } from './compileGateRule';

interface Lost {
  /** The rule as written. */
  value: unknown;
  id: string;
  faults: readonly Diagnostic[];
}

/** What of a rule can be read although it is at fault. */
function read<T extends string>(
  value: unknown,
  key: string,
  known: readonly T[],
): T | undefined {
  const found: unknown = Reflect.get(Object(value), key);
  return known.find(item => item === found);
}

/**
 * A rule that is at fault and stays in its gate: it is an error whenever it is
 * asked, so that no slip opens the gate. It enforces unless another mode can
 * be read.
 */
export function lostRule(
  { value, id, faults }: Lost,
  { failure, scorecards }: GateContext,
): CompiledGateRule {
  const [first] = faults;
  const where = first ? ` ${first.file}:${first.line}: ${first.message}.` : '';
  const scorecard = id.includes('/') ? id.split('/')[0] : undefined;
  const mode = read(value, 'mode', checkModes) ?? 'enforce';
  const title: unknown = Reflect.get(Object(value), 'title');
  const onError =
    read(value, 'onError', countedAs) ?? failure.onError ?? 'fail';
  return {
    rule: id,
    ...(scorecard !== undefined && scorecards.has(scorecard) && { scorecard }),
    mode,
    modeAt: {},
    onUnknown: onError,
    onError,
    check: {
      id: id.split('/').at(-1) ?? id,
      title: typeof title === 'string' ? title.slice(0, 200) : id,
      burden: 'reliability',
      expression: '',
      mode,
      severity: read(value, 'severity', severities) ?? 'medium',
      weight: 1,
      onUnknown: onError,
      onError,
      facts: [],
      readsNow: false,
      program: {
        engine: missingEngine,
        path: `This rule is at fault in the policy and cannot be asked:${where}`,
      },
    },
  };
}
