import { createHmac, randomUUID } from 'node:crypto';

const sign = (secret, body) =>
  createHmac('sha256', secret).update(body).digest('hex');

async function post(product, source, { headers, body }) {
  const url = `${product.url}/api/accountability/deliveries/${source}`;
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}

/** GitHub's word that a rollout to production ended well, signed. */
export function sendDeployment(product, { slug, id, at, secret }) {
  const [owner, name] = slug.split('/');
  const api = `https://api.github.com/repos/${slug}`;
  const body = JSON.stringify({
    action: 'created',
    deployment_status: {
      id: id * 10,
      state: 'success',
      environment: 'production',
      created_at: at,
      updated_at: at,
      target_url: '',
    },
    deployment: {
      id,
      url: `${api}/deployments/${id}`,
      sha: 'b7e23ec29af22b0b4e41da31e868d57226121c84',
      ref: 'main',
      task: 'deploy',
      payload: {},
      environment: 'production',
      original_environment: 'production',
      production_environment: true,
      transient_environment: false,
      created_at: at,
      updated_at: at,
    },
    repository: {
      id: 1,
      name,
      full_name: slug,
      owner: { login: owner },
      html_url: `https://github.com/${slug}`,
    },
  });
  const signature = sign(
    secret ?? product.secrets.ACCOUNTABILITY_GITHUB_SECRET,
    body,
  );
  return post(product, 'github', {
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'deployment_status',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${signature}`,
    },
  });
}

/** PagerDuty's word that an incident began, signed. */
export function sendIncident(product, { service, id, at, title }) {
  const body = JSON.stringify({
    event: {
      id: `01${id}`,
      event_type: 'incident.triggered',
      resource_type: 'incident',
      occurred_at: at,
      client: null,
      data: {
        id,
        type: 'incident',
        html_url: `https://halden.pagerduty.com/incidents/${id}`,
        status: 'triggered',
        title,
        service: { id: service, type: 'service_reference', summary: title },
        teams: [],
        priority: { summary: 'P1', type: 'priority_reference' },
        urgency: 'high',
        created_at: at,
        resolve_reason: null,
      },
    },
  });
  const signature = sign(product.secrets.ACCOUNTABILITY_PAGERDUTY_SECRET, body);
  return post(product, 'pagerduty', {
    body,
    headers: {
      'content-type': 'application/json',
      'x-webhook-id': randomUUID(),
      'x-pagerduty-signature': `v1=${signature}`,
    },
  });
}

/** A batch of deployments of one subject for the generic source. */
export async function sendBatch(product, { key, subject, from, count }) {
  const lines = Array.from({ length: count }, (_, index) => ({
    kind: 'deployment',
    record: `generic:deployment:${subject}:${key}-${index}`,
    subject,
    state: 'finished',
    result: 'success',
    environment: 'production',
    at: new Date(from + index * 60_000).toISOString(),
  }));
  return post(product, 'generic', {
    body: `${lines.map(line => JSON.stringify(line)).join('\n')}\n`,
    headers: {
      'content-type': 'application/x-ndjson',
      'idempotency-key': key,
      authorization: `Bearer ${product.secrets.ACCOUNTABILITY_INGEST_TOKEN}`,
    },
  });
}
