import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { withoutContributors } from './__testUtils__/withoutContributors';
import { createGitlabSource } from './createGitlabSource';
import { exampleDeliveries } from './testUtils';

const source = createGitlabSource(['secret']);
const rows = exampleDeliveries.map(delivery => ({
  name: delivery.name,
  delivery: incoming(delivery),
}));

describe('the examples of GitLab', () => {
  it('are told apart by name and by delivery', () => {
    const ids = rows.map(({ delivery }) => source.identify(delivery));

    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(new Set(ids).size).toBe(rows.length);
  });

  it.each(rows)('are read where $name', ({ delivery }) => {
    const collected = source.collect(delivery);

    expect(['accepted', 'ignored']).toContain(collected.status);
    expect(withoutContributors(collected)).not.toMatch(/somebody/i);
  });

  it('give every kind of record that the source knows', () => {
    const events = rows.flatMap(({ delivery }) => {
      const collected = source.collect(delivery);
      return collected.status === 'accepted' ? collected.events : [];
    });

    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['deployment', 'build', 'change', 'incident', 'finding']),
    );
  });
});
