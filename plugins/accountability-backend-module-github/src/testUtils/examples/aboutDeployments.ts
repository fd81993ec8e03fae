import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { minute, repository, sha, somebody, webhook } from './webhook';

const deployment = {
  id: 7,
  sha: sha('a'),
  ref: 'main',
  environment: 'production',
  production_environment: true,
  description: 'Asked for by @somebody',
  created_at: minute(0),
  payload: { version: '4.5' },
  creator: somebody,
};

const asked = (name: string, given: object = {}) =>
  webhook(name, 'deployment', {
    action: 'created',
    deployment: { ...deployment, ...given },
  });

const status = (name: string, state: string, at: number) =>
  webhook(name, 'deployment_status', {
    action: 'created',
    deployment_status: {
      state,
      created_at: minute(at),
      creator: somebody,
      target_url: '',
      log_url: 'https://github.com/Acme/Payments/actions/runs/1',
    },
    deployment,
  });

const release = (name: string, action: string, given: object = {}) =>
  webhook(name, 'release', {
    action,
    release: {
      id: 3,
      tag_name: 'v4.5',
      target_commitish: 'main',
      name: 'Thanks to @somebody',
      draft: false,
      prerelease: false,
      created_at: minute(0),
      published_at: minute(9),
      html_url: 'https://github.com/Acme/Payments/releases/tag/v4.5',
      author: somebody,
      ...given,
    },
  });

/** A deployment in the order it is told of, which is not the one it happened in; others beside it, and releases. */
export const aboutDeployments: ExampleDelivery[] = [
  status('the deployment got through', 'success', 5),
  status('the deployment runs', 'in_progress', 2),
  status('the deployment waits', 'waiting', 1),
  asked('a deployment is asked for'),
  status('another deployment took its place', 'inactive', 30),
  status('the deployment is in a state that is still unknown', 'dreaming', 6),
  asked('a deployment of a branch to staging', {
    id: 8,
    environment: 'Staging',
    production_environment: false,
    ref: 'somebody/experiment',
    payload: '',
  }),
  {
    ...asked('a deployment comes as a form'),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-github-event': 'deployment',
    },
    body: new URLSearchParams({
      payload: JSON.stringify({ deployment, repository }),
    }).toString(),
  },
  release('a release is drafted', 'created', {
    draft: true,
    published_at: null,
  }),
  release('the release is made', 'created'),
  release('the release is published', 'published'),
  release('a release before its time is published', 'published', {
    id: 4,
    tag_name: 'v5.0-rc.1',
    target_commitish: sha('b'),
    prerelease: true,
  }),
];
