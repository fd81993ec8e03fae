import { debtItem, debtItems } from '../../../fixtures';
import { debtGroups } from './debtGroups';

describe('debtGroups', () => {
  it('keeps apart what costs hours, what costs nobody knows how many, and what nobody sees', () => {
    const groups = debtGroups(debtItems()).map(({ name, items }) => [
      name,
      ...items.map(({ check, burden }) => check ?? burden),
    ]);

    expect(groups).toEqual([
      ['costly', 'queue-time', 'flaky-rate', 'restore-time'],
      ['uncosted', 'rollback-time', 'owned'],
      ['blind', 'observability'],
    ]);
  });

  it('takes no hours that are known for no cost', () => {
    const free = debtItem({
      cost: { fact: 'pipeline.waiting_time', hours: 0, known: 2 },
    });

    expect(debtGroups([free])).toEqual([{ name: 'costly', items: [free] }]);
  });
});
