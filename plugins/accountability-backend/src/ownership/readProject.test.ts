import { readProject } from './readProject';

describe('readProject', () => {
  it.each([
    { given: 'checkout', gives: 'checkout' },
    { given: ' Checkout ', gives: 'checkout' },
    { given: 'Web Shop/eu-1', gives: 'web shop/eu-1' },
    { given: 'x', gives: 'x' },
    { given: 'x'.repeat(100), gives: 'x'.repeat(100) },
    { given: 'x'.repeat(101), gives: 'unreadable' },
    { given: '-', gives: 'unreadable' },
    { given: 'shop/', gives: 'unreadable' },
    { given: 'shop, ledger', gives: 'unreadable' },
    { given: '', gives: 'absent' },
    { given: '  ', gives: 'absent' },
    { given: undefined, gives: 'absent' },
  ])('gives $gives for $given', ({ given, gives }) => {
    const project = readProject({ 'accountability.io/project': given });

    expect(project.status === 'known' ? project.name : project.status).toBe(
      gives,
    );
  });

  it('says what was written and what may be', () => {
    expect(readProject({ 'accountability.io/project': 'a, b' })).toEqual({
      status: 'unreadable',
      because:
        'accountability.io/project a, b, which is no name of at most 100 letters, digits, spaces and . _ / -',
    });
  });

  it('is absent from an entity without annotations', () => {
    expect(readProject(undefined).status).toBe('absent');
  });
});
