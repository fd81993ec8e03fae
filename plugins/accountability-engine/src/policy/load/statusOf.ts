import { PolicyRuleStatus } from 'backstage-plugin-accountability-common';
import { CompiledCheck, Diagnostic } from '../CompiledPolicy';

/** A rule that is in force. */
export function activeRule(
  id: string,
  { title, mode }: Pick<CompiledCheck, 'title' | 'mode'>,
): PolicyRuleStatus {
  return { id, title, mode, state: 'active', faults: [] };
}

/** A rule that is at fault, by whatever of its id and title can be read. */
export function refusedRule(
  value: unknown,
  place: string,
  faults: Diagnostic[],
): PolicyRuleStatus {
  const read = (key: string): string | undefined => {
    const found: unknown = Reflect.get(Object(value), key);
    return typeof found === 'string' && found.length <= 200 ? found : undefined;
  };
  const title = read('title');
  return {
    id: read('id') ?? read('check') ?? place,
    ...(title !== undefined && { title }),
    state: 'refused',
    faults,
  };
}
