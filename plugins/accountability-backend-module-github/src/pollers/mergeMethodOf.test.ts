import { at } from './__testUtils__/pollGithub';
import { commit, commits, pullRequest } from './__testUtils__/requests';
import { mergeMethodOf } from './mergeMethodOf';
import { requestDetails } from './requestDetails';

const merge = (given: object = {}) => ({
  mergeCommit: {
    oid: 'f'.repeat(40),
    authoredDate: at(-30),
    parents: { totalCount: 1 },
    ...given,
  },
});
const written = (minutes: number, oid = '1') =>
  commit({ authoredDate: at(minutes), oid: oid.repeat(40) });
const two = commits(written(-300), written(-200, '2'));

describe('how a request was merged', () => {
  it.each([
    {
      given: 'a commit of two parents',
      of: { ...two, ...merge({ parents: { totalCount: 2 } }) },
      gives: 'merge',
    },
    {
      given: 'a commit written as it was merged',
      of: { ...two, ...merge() },
      gives: 'squash',
    },
    {
      given: 'the same of a single commit',
      of: { ...commits(written(-300)), ...merge() },
      gives: 'squash',
    },
    {
      given: 'a commit written when its last one was',
      of: { ...two, ...merge({ authoredDate: at(-200) }) },
      gives: 'rebase',
    },
    {
      given: 'one of its own commits as it stands',
      of: { ...two, ...merge({ oid: '2'.repeat(40), authoredDate: at(-200) }) },
      gives: undefined,
    },
    {
      given: 'commits that were not all read',
      of: { commits: { totalCount: 120, nodes: [written(-300)] }, ...merge() },
      gives: undefined,
    },
    {
      given: 'a commit that does not say when it was written',
      of: { ...two, ...merge({ authoredDate: null }) },
      gives: undefined,
    },
    { given: 'no commit', of: { mergeCommit: null }, gives: undefined },
  ])('is $gives with $given', ({ of, gives }) => {
    expect(mergeMethodOf(requestDetails.parse(pullRequest(of)))).toBe(gives);
  });
});
