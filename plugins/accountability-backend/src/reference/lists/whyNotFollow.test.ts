import { whyNotFollow } from './whyNotFollow';

const addresses: Record<string, string[]> = {
  'public.example': ['93.184.216.34'],
  'private.example': ['10.0.0.5'],
  '::1': ['::1'],
  '127.0.0.1': ['127.0.0.1'],
};

describe('whyNotFollow', () => {
  it.each([
    { from: 'https://public.example/a', to: 'https://public.example/b' },
    { from: 'http://public.example/', to: 'https://public.example/' },
    { from: 'https://private.example/', to: 'https://public.example/' },
    { from: 'http://private.example/', to: 'http://private.example:81/' },
    {
      from: 'https://public.example/',
      to: 'http://public.example/',
      gives: 'to public.example without encryption',
    },
    {
      from: 'https://public.example/',
      to: 'https://private.example/',
      gives: 'to private.example in our own network',
    },
    {
      from: 'http://private.example/',
      to: 'http://127.0.0.1:81/',
      gives: 'to 127.0.0.1:81 in our own network',
    },
    {
      from: 'http://public.example/',
      to: 'http://[::1]/',
      gives: 'to [::1] in our own network',
    },
  ])('$from to $to: $gives', async ({ from, to, gives }) => {
    const why = await whyNotFollow(
      new URL(from),
      new URL(to),
      async hostname => addresses[hostname] ?? [],
    );

    expect(why).toBe(gives);
  });
});
