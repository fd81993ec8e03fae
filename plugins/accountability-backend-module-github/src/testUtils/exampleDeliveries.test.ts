import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { withoutContributors } from '../__testUtils__/withoutContributors';
import { collectors } from '../collectors/registry.generated';
import { createGithubSource } from '../createGithubSource';
import { exampleDeliveries } from './exampleDeliveries';

const source = createGithubSource(['secret']);

describe('the example deliveries', () => {
  it.each(collectors.map(({ event }) => event))('have a %s', event => {
    const types = exampleDeliveries.map(
      ({ headers }) => headers['x-github-event'],
    );

    expect(types).toContain(event);
  });

  it.each(exampleDeliveries)(
    'name nobody but as a contributor when $name',
    ({ headers, body }) => {
      const collected = source.collect(incoming({ headers, body }));

      expect(withoutContributors(collected)).not.toMatch(
        /@?(somebody|anybody|robot)\b(?! (sent|approves|dismisses))|Some Body|some\.body|471[1-3]/,
      );
    },
  );

  it('are understood but for one that is still unknown', () => {
    const statuses = exampleDeliveries.map(
      ({ headers, body }) => source.collect(incoming({ headers, body })).status,
    );

    expect(statuses.filter(status => status === 'unsupported')).toHaveLength(1);
    expect(statuses).not.toContain('rejected');
  });
});
