/** What the benchmark's senders sign with; the server it runs against ends with it. */
export const secrets = {
  githubSecret: 'bench-github',
  pagerdutySecret: 'bench-pagerduty',
};
