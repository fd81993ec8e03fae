import { project, somebody, webhook } from './webhook';

const sha = '279484c09fbe69ededfced8c1bb6e6d24616b468';

const deployment = (name: string, body: object) =>
  webhook(name, 'Deployment Hook', {
    object_kind: 'deployment',
    deployment_id: 15,
    deployable_id: 796,
    deployable_url: `${project.web_url}/-/jobs/796`,
    environment: 'Live/EU',
    environment_tier: 'production',
    environment_external_url: 'https://somebody.example.com',
    project,
    short_sha: sha.slice(0, 8),
    user: somebody,
    user_url: 'https://gitlab.example.com/somebody',
    commit_url: `${project.web_url}/-/commit/${sha}`,
    commit_title: "Merge branch 'somebody/fees' into 'main'",
    ref: 'main',
    ...body,
  });

/** One that waited for an approval, one that failed, and one of an older GitLab. */
export const deployments = [
  deployment('a deployment is blocked', {
    status: 'blocked',
    status_changed_at: '2026-11-23T10:00:00.000+00:00',
  }),
  deployment('somebody approves the deployment', {
    status: 'approved',
    status_changed_at: '2026-11-23T10:05:00.000+00:00',
    approver: somebody,
    approval: { id: 1, status: 'approved', comment: 'somebody says yes' },
  }),
  deployment('the deployment succeeds, told before it runs', {
    status: 'success',
    status_changed_at: '2026-11-23 11:10:00 +0100',
  }),
  deployment('the deployment runs', {
    status: 'running',
    status_changed_at: '2026-11-23 11:06:00 +0100',
  }),
  deployment('a deployment fails', {
    status: 'failed',
    status_changed_at: '2026-11-23 10:20:00 UTC',
    deployment_id: 16,
    environment: 'staging',
    environment_tier: 'staging',
    ref: 'v1.2.3',
  }),
  deployment('a deployment by an API, of an older GitLab, is canceled', {
    status: 'canceled',
    status_changed_at: '2026-11-23 10:25:00 UTC',
    deployment_id: 17,
    deployable_url: null,
    environment: 'Prod',
    environment_tier: undefined,
    commit_url: null,
    commit_title: null,
  }),
];
