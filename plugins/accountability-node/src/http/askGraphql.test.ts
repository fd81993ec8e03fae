import { askGraphql } from './askGraphql';
import { HttpAnswer } from './HttpClient';
import { OutsideFault } from './OutsideFault';

const now = Date.parse('2026-11-23T12:00:00Z');
const ask = (answer: HttpAnswer) =>
  askGraphql(
    { get: async () => answer, post: async () => answer },
    {
      path: '/graphql',
      query: '{ a }',
      variables: {},
      signal: new AbortController().signal,
      now,
    },
  );
const answered = (body: unknown): HttpAnswer => ({
  status: 'answered',
  body,
  headers: new Headers(),
  url: 'http://127.0.0.1/graphql',
});

describe('askGraphql', () => {
  it('gives the data', async () => {
    expect(await ask(answered({ data: { a: 1 } }))).toEqual({
      status: 'answered',
      data: { a: 1 },
    });
  });

  it.each([
    {
      given: 'a limit',
      body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }] },
      gives: { kind: 'limited', until: now + 60_000 },
    },
    {
      given: 'what is not there',
      body: {
        data: { repository: null },
        errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }],
      },
      gives: { kind: 'refused' },
    },
    {
      given: 'a field that an older server has not',
      body: {
        errors: [
          { message: 'No field', extensions: { code: 'undefinedField' } },
        ],
      },
      gives: { kind: 'refused' },
    },
    {
      given: 'half an answer',
      body: {
        data: { a: null },
        errors: [{ message: 'Something went wrong' }],
      },
      gives: { kind: 'unreachable' },
    },
    { given: 'no GraphQL', body: 'hello', gives: { kind: 'unreadable' } },
  ])('takes $given for a fault', async ({ body, gives }) => {
    expect(await ask(answered(body))).toMatchObject({
      status: 'fault',
      fault: gives,
    });
  });

  it('hands on a fault of the host', async () => {
    const fault = new OutsideFault('unreachable', 'Nobody is there');

    expect(await ask({ status: 'fault', fault })).toEqual({
      status: 'fault',
      fault,
    });
  });
});
