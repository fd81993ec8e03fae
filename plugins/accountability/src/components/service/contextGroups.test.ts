import { assessment, known, unknown } from '../../fixtures';
import { contextGroups } from './contextGroups';

const count = (id: string) => known(id, 'count', { value: 1 });

describe('contextGroups', () => {
  it('puts facts that no check reads under their burdens, in the order of burdens, known ones apart', () => {
    const given = assessment({
      facts: [
        count('ownership.b'),
        count('security.c'),
        unknown('ownership.z', 'count', 'No source.'),
        count('ownership.a'),
        count('pipeline.queue_p95'),
        count('acme.own'),
        unknown('pipeline.d', 'count', 'No source.'),
      ],
    });

    const groups = contextGroups(given).map(group => [
      group.burden,
      group.known.map(({ id }) => id),
      group.unknown.map(({ id }) => id),
    ]);

    expect(groups).toEqual([
      ['pipeline', [], ['pipeline.d']],
      ['security', ['security.c'], []],
      ['ownership', ['ownership.a', 'ownership.b'], ['ownership.z']],
      [undefined, ['acme.own'], []],
    ]);
  });
});
