import { ownerChangeSchema } from './ownership';

const change = {
  kind: 'owner',
  entityRef: 'Component:default/Payments-API',
  owner: 'group:default/checkout',
  at: '2026-10-09T00:00:00Z',
};

describe('ownerChangeSchema', () => {
  it('reads refs in lower case, since refs compare so', () => {
    const read = ownerChangeSchema.parse(change);

    expect(read.entityRef).toBe('component:default/payments-api');
  });

  it.each(['checkout', 'group:checkout', 'default/checkout', 'group:a/b/c'])(
    'refuses %p, which is not a full entity ref',
    owner => {
      const read = ownerChangeSchema.safeParse({ ...change, owner });

      expect(read.error?.message).toMatch(/full entity ref/);
    },
  );
});
