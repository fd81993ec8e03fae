import { CheckRef, CheckStatus } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { checkKey } from './policyChecks';
import { statusOrder } from './statusOrder';

/** How services stand on checks that count. */
export function statusReader({
  states,
  names,
}: Pick<Organisation, 'states' | 'names'>) {
  const numbers = new Map<string, Set<number>>();
  names.all.forEach((name, number) => {
    const key = checkKey(name);
    numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
  });
  return (entityRef: string, check: CheckRef): CheckStatus | undefined => {
    const asked = numbers.get(checkKey(check));
    const result =
      asked && states.get(entityRef)?.results.find(one => asked.has(one.check));
    return result && statusOrder[result.status];
  };
}
