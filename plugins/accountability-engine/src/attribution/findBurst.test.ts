import { findBurst } from './findBurst';

const minute = 60_000;
const begun = (service: string, minutes: number) => ({
  incident: `incident of ${service} at ${minutes}`,
  service,
  startedAt: minutes * minute,
});
const asked = begun('pay', 10);

describe('findBurst', () => {
  it.each([
    { given: 'nothing else', others: [], gives: undefined },
    {
      given: 'one other service',
      others: [begun('web', 10), begun('web', 11)],
      gives: undefined,
    },
    {
      given: 'two others within two minutes of it and of each other',
      others: [begun('web', 9), begun('api', 11)],
      gives: [9, 10, 11],
    },
    {
      given: 'two others, each near it and not near each other',
      others: [begun('web', 8.5), begun('api', 11.5)],
      gives: undefined,
    },
    {
      given: 'exactly two minutes from the first to the last',
      others: [begun('web', 9), begun('api', 11), begun('db', 12.1)],
      gives: [9, 10, 11],
    },
    {
      given: 'more services after it than before',
      others: [
        begun('web', 8),
        begun('api', 8.1),
        begun('db', 11),
        begun('cdn', 12),
        begun('dns', 12),
      ],
      gives: [10, 11, 12, 12],
    },
  ])('gives $gives for $given, in any order', ({ others, gives }) => {
    for (const list of [
      [asked, ...others],
      [...others].reverse().concat(asked),
    ]) {
      const burst = findBurst(list, {
        id: asked.incident,
        startedAt: asked.startedAt,
      });

      expect(burst?.incidents.map(one => one.startedAt / minute)).toEqual(
        gives,
      );
    }
  });

  it('is none for an incident that belongs to nobody', () => {
    const others = [begun('a', 10), begun('b', 10), begun('c', 10)];

    expect(
      findBurst(others, { id: asked.incident, startedAt: asked.startedAt }),
    ).toBeUndefined();
  });

  const together = [asked, begun('web', 10), begun('api', 11)];
  it.each([
    { given: 'nothing', edges: {}, gives: undefined },
    {
      given: 'all others depend on one',
      edges: { web: ['pay'], api: ['pay'] },
      gives: 'pay',
    },
    {
      given: 'they depend on it by way of each other',
      edges: { web: ['api'], api: ['pay'] },
      gives: 'pay',
    },
    {
      given: 'one that did not break is between them',
      edges: { web: ['cdn'], cdn: ['pay'], api: ['pay'] },
      gives: undefined,
    },
    { given: 'one does not', edges: { web: ['pay'] }, gives: undefined },
    {
      given: 'they depend on each other in a circle',
      edges: { web: ['pay'], api: ['web'], pay: ['api'] },
      gives: undefined,
    },
  ])('begins with $gives where $given', ({ edges, gives }) => {
    const of = new Map(Object.entries(edges));

    const burst = findBurst(
      together,
      { id: asked.incident, startedAt: asked.startedAt },
      service => of.get(service) ?? [],
    );

    expect(burst?.root).toBe(gives);
  });
});
