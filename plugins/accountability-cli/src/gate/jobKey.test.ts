import { jobKey } from './jobKey';

const question = { entityRef: 'component:default/payments', commit: '3f2a9c1' };
const gitHub = {
  GITHUB_RUN_ID: '12',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'gate',
};

describe('jobKey', () => {
  it('is the same for the same question of the same attempt of a job', () => {
    expect(jobKey('deploy', question, gitHub)).toBe(
      jobKey('deploy', question, gitHub),
    );
  });

  it.each([
    { given: 'another gate', gate: 'stage' },
    { given: 'another commit', asked: { ...question, commit: 'ffffff' } },
    {
      given: 'broken glass',
      asked: { ...question, breakGlass: { reason: '' } },
    },
    { given: 'the job run again', env: { ...gitHub, GITHUB_RUN_ATTEMPT: '2' } },
    { given: 'another job', env: { CI_JOB_ID: '12' } },
    { given: 'no CI', env: {} },
  ])('is another for $given', ({ gate, asked, env }) => {
    expect(jobKey(gate ?? 'deploy', asked ?? question, env ?? gitHub)).not.toBe(
      jobKey('deploy', question, gitHub),
    );
  });

  it('is another each time where no CI is known', () => {
    expect(jobKey('deploy', question, {})).not.toBe(
      jobKey('deploy', question, {}),
    );
  });

  it('is no longer than the API takes', () => {
    expect(jobKey('deploy', question, {}).length).toBeLessThanOrEqual(200);
  });
});
