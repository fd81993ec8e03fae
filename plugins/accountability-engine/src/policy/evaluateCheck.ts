import {
  CheckStatus,
  Clause,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { ServiceInput } from '../facts/defineFact';
import { CompiledCheck } from './CompiledPolicy';

/** Placeholder until the policy language is in: every check is unknown. */
export function evaluateCheck(
  _check: CompiledCheck,
  _scope: {
    facts: ReadonlyMap<string, FactValue>;
    service: ServiceInput;
    now: number;
  },
): { status: CheckStatus; clauses: Clause[]; because: string } {
  return { status: 'unknown', clauses: [], because: 'Not evaluated yet' };
}
