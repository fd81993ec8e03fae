import { contributorOf } from './contributorOf';

describe('a contributor', () => {
  it.each([
    { source: 'github', name: 'Octocat', gives: 'github:octocat' },
    { source: 'gitlab', name: ' ada ', gives: 'gitlab:ada' },
    {
      source: 'email',
      name: 'Ada@Acme.example',
      gives: 'email:ada@acme.example',
    },
    {
      source: 'email',
      name: '583231+octocat@users.noreply.github.com',
      gives: 'github:octocat',
    },
    {
      source: 'email',
      name: 'octocat@users.noreply.github.com',
      gives: 'github:octocat',
    },
    { source: 'github', name: '', gives: undefined },
    { source: 'github', name: null, gives: undefined },
    { source: 'github', name: 'a\u0000b', gives: undefined },
    { source: 'github', name: 'a\ud800', gives: undefined },
    { source: 'github', name: 'x'.repeat(251), gives: undefined },
  ])('of $source, $name, is $gives', ({ source, name, gives }) => {
    expect(contributorOf(source, name)).toBe(gives);
  });
});
