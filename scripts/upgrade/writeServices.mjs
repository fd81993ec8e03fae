import fs from 'node:fs';
import path from 'node:path';
import { SUBJECTS, slugOf } from '../soak/deliveries.mjs';

const TEAM = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: soak }
spec: { type: team, children: [] }
`;

const serviceOf = number => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: service-${number}
  annotations: { github.com/project-slug: ${slugOf(number)} }
spec: { type: service, lifecycle: production, owner: group:default/soak }
`;

/** Writes a catalog of the repositories that deliveries are of, a service each; gives how many. */
export function writeServices(dataDir) {
  const numbers = Array.from({ length: SUBJECTS }, (_, number) => number);
  const documents = [TEAM, ...numbers.map(serviceOf)];
  const folder = path.join(dataDir, 'catalog');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'soak.yaml'), documents.join('---\n'));
  return SUBJECTS;
}
