import { rollupResponse, rollupService } from '../../fixtures';
import { levelCounts } from './levelCounts';

describe('levelCounts', () => {
  it('shows the steps that nobody reached as none', () => {
    const { levels, steps } = levelCounts(
      rollupResponse({
        services: [rollupService('a')],
        levels: [{ level: 'silver', rank: 2, services: 1 }],
      }),
    );

    expect(levels.map(({ level, services }) => [level, services])).toEqual([
      ['gold', 0],
      ['silver', 1],
      ['bronze', 0],
    ]);
    expect(steps).toBe(3);
  });

  it('has one step where nothing is known of a ladder', () => {
    const { steps } = levelCounts(rollupResponse({ services: [], levels: [] }));

    expect(steps).toBe(1);
  });
});
