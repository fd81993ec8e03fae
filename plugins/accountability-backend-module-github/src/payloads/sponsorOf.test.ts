import { sponsorOf } from './sponsorOf';

const signed = (who: string) => `Pay\n\nCo-authored-by: ${who}`;
const person = { login: 'Ada', type: 'User' };

describe('the person for whom a machine wrote', () => {
  it.each([
    {
      given: 'who wrote it with it',
      of: {
        messages: [signed('Ben <9+Ben@users.noreply.github.com>')],
        assignees: [person],
      },
      gives: 'github:ben',
    },
    {
      given: 'an account without its number',
      of: { messages: [signed('Ben <ben@users.noreply.github.com>')] },
      gives: 'github:ben',
    },
    {
      given: 'the tool itself',
      of: {
        messages: [
          signed('Copilot <223556219+Copilot@users.noreply.github.com>'),
          signed('c <1+claude[bot]@users.noreply.github.com>'),
        ],
      },
      gives: undefined,
    },
    {
      given: 'another address, whose account nobody knows',
      of: { messages: [signed('Ben <ben@acme.example>')] },
      gives: undefined,
    },
    {
      given: 'the first person assigned',
      of: {
        assignees: [{ login: 'Copilot', type: 'Bot' }, person],
        body: 'Requested by: @ben',
      },
      gives: 'github:ada',
    },
    {
      given: 'who asked for it',
      of: { body: 'Done.\n\nRequested by: Ben Example (@ben)' },
      gives: 'github:ben',
    },
    {
      given: 'who asked for it, in bold',
      of: { body: '**Requested by:** @ben' },
      gives: 'github:ben',
    },
    {
      given: 'an address',
      of: { body: 'Requested by: ben@acme.example' },
      gives: undefined,
    },
    {
      given: 'a mention elsewhere',
      of: { body: 'It was requested by: @ben' },
      gives: undefined,
    },
    { given: 'nobody', of: {}, gives: undefined },
  ])('is $gives by $given', ({ of, gives }) => {
    expect(sponsorOf(of)).toBe(gives);
  });
});
