import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createUploadSources } from '../createUploadSources';
import { exampleDeliveries } from './exampleDeliveries';

const sources = createUploadSources();

describe('the examples', () => {
  it.each(exampleDeliveries)(
    'are taken, without the people in them: $source, $name',
    example => {
      const source = sources.find(({ id }) => id === example.source);

      const collected = source?.collect(incoming(example));

      expect(collected).toMatchObject({ status: 'accepted' });
      // The intake makes a key of an author before anything is kept.
      const kept = JSON.stringify(collected, (name, value) =>
        name === 'author' ? undefined : value,
      );
      expect(kept).not.toMatch(/somebody/i);
    },
  );

  it('go to every source', () => {
    const to = new Set(exampleDeliveries.map(({ source }) => source));

    expect([...to].sort()).toEqual(sources.map(({ id }) => id).sort());
  });
});
