import { incident } from '../testing';
import { HOUR, MINUTE, ownerAtOf } from '../time';
import { attributed } from './__testUtils__/attributed';
import { before, charge, t } from './__testUtils__/charging';
import { profiles } from './profiles';
import { ruleVersion } from './ruleVersion';

describe('attribute', () => {
  it('charges who owned the service when the rollout began', () => {
    const span = { resolves: true, origin: 'catalog' } as const;
    const ownerAt = ownerAtOf([
      { ...span, owner: 'group:default/then', from: 0, to: t - MINUTE },
      { ...span, owner: 'group:default/now', from: t - MINUTE },
    ]);

    expect(charge([before('a', HOUR)], {}, { ownerAt })).toMatchObject({
      causeOwner: { owner: 'group:default/then' },
      incidentOwner: { owner: 'group:default/now' },
    });
  });

  it('leaves incidents out that were merged into another', () => {
    const { attributions, remedies } = attributed({
      incidents: [
        incident('i', { startedAt: t }),
        incident('j', { startedAt: t, mergedInto: 'i' }),
      ],
      deployments: [
        before('old', 2 * HOUR, { sha: 'old' }),
        before('bad', HOUR),
        before('back', -MINUTE, { sha: 'old' }),
      ],
    });

    expect([...attributions.keys()]).toEqual(['i']);
    expect([...remedies.keys()]).toEqual(['i']);
  });

  it('gives overlapping incidents one cause and one remedy', () => {
    const { attributions, remedies } = attributed({
      incidents: [
        incident('i', { startedAt: t }),
        incident('j', { startedAt: t + 5 * MINUTE }),
      ],
      deployments: [
        before('old', 2 * HOUR, { sha: 'old' }),
        before('bad', HOUR),
        before('back', -10 * MINUTE, { sha: 'old' }),
      ],
    });

    for (const id of ['i', 'j']) {
      expect(attributions.get(id)).toMatchObject({ cause: 'bad' });
      expect(remedies.get(id)).toMatchObject([
        { kind: 'rollback', by: { record: { id: 'back' } } },
      ]);
    }
  });

  it('keeps a remedy that came during an incident and is none of its causes', () => {
    const { attributions, remedies } = attributed({
      incidents: [incident('i', { startedAt: t })],
      deployments: [
        before('old', -MINUTE, { sha: 'old' }),
        before('try', -2 * MINUTE),
        before('back', -10 * MINUTE, { sha: 'old' }),
      ],
    });

    expect(attributions.get('i')?.method).toBe('none');
    expect(remedies.get('i')).toHaveLength(1);
  });

  it('names the profile and the version of its rule', () => {
    const { devlake } = profiles;

    expect(charge([])).toMatchObject({ profile: 'default', ruleVersion });
    expect(charge([], {}, { profile: devlake })?.profile).toBe('devlake');
  });
});
