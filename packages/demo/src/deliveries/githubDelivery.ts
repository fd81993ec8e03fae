import { EventOf } from '../history/DemoEvent';
import { DemoDelivery } from './DemoDelivery';
import { deliveryId } from './deliveryId';

const statusStates = {
  executing: 'in_progress',
  superseded: 'inactive',
} as const;

/** The webhook that GitHub sends for an event of a deployment; login and address fields that nobody reads are left out. */
export function githubDelivery(event: EventOf<'deployment'>): DemoDelivery {
  const slug = event.subject.slice('github:'.length);
  const [owner, name] = slug.split('/');
  const id = Number(event.record.slice(event.record.lastIndexOf(':') + 1));
  const api = `https://api.github.com/repos/${slug}`;
  const deployment = {
    url: `${api}/deployments/${id}`,
    id,
    sha: event.sha,
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: event.environment,
    environment: event.environment,
    description: null,
    created_at: event.at,
    updated_at: event.at,
    statuses_url: `${api}/deployments/${id}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: event.environment === 'production',
  };
  const repository = {
    id: 90_000_000 + Math.floor(id / 100_000),
    name,
    full_name: slug,
    private: true,
    owner: { login: owner, type: 'Organization' },
    html_url: `https://github.com/${slug}`,
    default_branch: 'main',
  };
  const asked = event.state === 'pending';
  const payload = asked
    ? { action: 'created', deployment, repository }
    : {
        action: 'created',
        deployment_status: statusOf(event, api),
        deployment,
        repository,
      };
  return {
    source: 'github',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/halden',
      'x-github-event': asked ? 'deployment' : 'deployment_status',
      'x-github-delivery': deliveryId(event),
    },
    body: JSON.stringify(payload),
    events: 1,
  };
}

function statusOf(event: EventOf<'deployment'>, api: string) {
  const id = event.record.slice(event.record.lastIndexOf(':') + 1);
  const { state, result } = event;
  return {
    url: `${api}/deployments/${id}/statuses/${id}`,
    id:
      Number(id) * 10 + ['executing', 'finished', 'superseded'].indexOf(state),
    state:
      state === 'executing' || state === 'superseded'
        ? statusStates[state]
        : result,
    description: '',
    environment: event.environment,
    target_url: '',
    created_at: event.at,
    updated_at: event.at,
    deployment_url: `${api}/deployments/${id}`,
    repository_url: api,
  };
}
