import fs from 'node:fs';
import path from 'node:path';
import { sharedData } from 'backstage-plugin-accountability-node/testUtils';

/** A real payload, as its sender would send it to its source; signatures are left out. */
export interface RealDelivery {
  source: string;
  /** Path of its file below the data. */
  name: string;
  headers: Record<string, string>;
  body: string;
}

const upload = {
  'x-accountability-subject': 'github:acme/payments',
  'x-accountability-sha': 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
};

/** Which files go to which source, and with what headers. */
const folders: {
  source: string;
  folder: string;
  only?: RegExp;
  headers?(file: string): Record<string, string>;
}[] = [
  {
    source: 'github',
    folder: 'github-webhooks/payloads',
    headers: file => ({
      'x-github-event': path.basename(path.dirname(file)),
      'x-github-delivery': file,
    }),
  },
  { source: 'gitlab', folder: 'gitlab-webhooks' },
  { source: 'pagerduty', folder: 'pagerduty' },
  { source: 'pagerduty', folder: 'zulip-fixtures', only: /pagerduty/ },
  { source: 'opsgenie', folder: 'zulip-fixtures', only: /opsgenie/ },
  { source: 'grafana', folder: 'zulip-fixtures', only: /grafana/ },
  { source: 'cdevents', folder: 'cdevents/conformance' },
  { source: 'cdevents', folder: 'cdevents/custom', only: /conformance/ },
  { source: 'sarif', folder: 'sarif', headers: () => upload },
  { source: 'cyclonedx', folder: 'cyclonedx', headers: () => upload },
];

/** Every real payload there is to test with. */
export const realDeliveries: readonly RealDelivery[] = folders.flatMap(
  ({ source, folder, only = /./, headers = () => ({}) }) => {
    const root = sharedData(folder);
    if (!root) return [];
    return filesBelow(root)
      .filter(name => only.test(name))
      .map(name => ({
        source,
        name: path.join(folder, name),
        headers: { 'content-type': 'application/json', ...headers(name) },
        body: fs.readFileSync(path.join(root, name), 'utf8'),
      }));
  },
);

function filesBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(json|sarif)$/.test(name))
    .sort();
}
