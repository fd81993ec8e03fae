import { createHmac } from 'node:crypto';

/** Repositories that deliveries are of. */
export const SUBJECTS = 200;

/** The repository that the nth delivery is of. */
export const slugOf = number => `soak/service-${number % SUBJECTS}`;

/** The nth delivery: GitHub's word that one deployment of one of 200 repositories ended, signed. */
export function deliveryOf(number, secret) {
  const slug = slugOf(number);
  const at = new Date().toISOString();
  const body = JSON.stringify({
    action: 'created',
    deployment_status: {
      id: number,
      state: 'success',
      environment: 'production',
      created_at: at,
      updated_at: at,
      target_url: '',
      creator: { login: 'somebody', id: 1, type: 'User' },
    },
    deployment: {
      id: number,
      sha: number.toString(16).padStart(40, '0'),
      ref: 'main',
      task: 'deploy',
      payload: {},
      environment: 'production',
      production_environment: true,
      description: 'x'.repeat(2000),
      created_at: at,
      updated_at: at,
    },
    repository: { id: 1, full_name: slug, default_branch: 'main' },
  });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    id: `soak-${number}`,
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'deployment_status',
      'x-github-delivery': `soak-${number}`,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  };
}
