import { DebtItem } from 'backstage-plugin-accountability-common';

/** What an item is told under. */
export type DebtGroup = 'costly' | 'uncosted' | 'blind';

const order: DebtGroup[] = ['costly', 'uncosted', 'blind'];

function groupOf({ kind, cost }: DebtItem): DebtGroup {
  if (kind === 'blind-spot') return 'blind';
  return cost && cost.known > 0 ? 'costly' : 'uncosted';
}

/** Items by what is known of their cost, each group in the order in which they came; unknown is no zero and stands apart. */
export function debtGroups(
  items: DebtItem[],
): { name: DebtGroup; items: DebtItem[] }[] {
  return order
    .map(name => ({
      name,
      items: items.filter(item => groupOf(item) === name),
    }))
    .filter(group => group.items.length > 0);
}
