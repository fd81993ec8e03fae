/** `catalog-info.yaml` of a service. */
export const component = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  annotations:
    github.com/project-slug: acme/payments
spec:
  type: service
  lifecycle: production
  owner: group:default/payments-core`;

/** A group that owns it. */
export const group = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments-core
spec:
  type: team
  children: []`;

/** A line of `packages/backend/src/index.ts`. */
export const githubModule = `backend.add(import('backstage-plugin-accountability-backend-module-github'));`;

/** Configuration of a source. */
export const secrets = `accountability:
  sources:
    github:
      secrets: # several at a time, for rotation
        - \${ACCOUNTABILITY_GITHUB_SECRET}`;

/** A record event by hand. */
export const genericDelivery = (url: string) =>
  `curl -X POST ${url}/deliveries/generic \\
  -H "Authorization: Bearer $ACCOUNTABILITY_INGEST_TOKEN" -H 'Content-Type: application/json' \\
  -d '{"kind":"deployment","record":"ci:deployment:1","subject":"github:acme/payments",
       "at":"'$(date -u +%Y-%m-%dT%H:%M:%SZ)'","state":"finished","result":"success",
       "environment":"production","version":"1.0.0"}'`;

/** Annotations that tie subjects to a service. */
export const annotations = `metadata:
  annotations:
    github.com/project-slug: acme/payments
    pagerduty.com/service-id: PABC123
    argocd/app-name: payments
    accountability.io/aliases: ci:payments, monitor:payments # any other subject`;

/** Configuration of where policy is read from. */
export const locations = `accountability:
  policy:
    locations:
      - type: shipped # what comes along
      - type: file
        target: ../../policies # seen from packages/backend`;

/** A check that an owned service passes. */
export const check = `    - id: owned
      title: It has an owner that exists
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves
      remediation: Set spec.owner to a group of the catalog.`;

/** A scorecard of one check. */
export const scorecard = `apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata:
  name: first-steps
  title: First steps
spec:
  match:
    kind: Component
  levels: [bronze]
  checks:
${check}`;

/** The command that reads policy before it runs. */
export const policyCheck = `yarn add --dev backstage-plugin-accountability-cli
yarn accountability policy check policies`;

/** A gate that asks that check. */
export const gate = `---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata:
  name: first-gate
  title: To production
spec:
  points: [deploy, cli]
  onUnknown: fail
  onError: fail
  onEngineError: fail
  rules:
    - check: first-steps/owned
      mode: enforce`;

/** Configuration of a token that may ask gates. */
export const gateToken = `backend:
  auth:
    externalAccess:
      - type: static
        options:
          token: \${ACCOUNTABILITY_TOKEN}
          subject: delivery-pipeline
        accessRestrictions:
          - plugin: accountability
            permission: accountability.gate.ask`;

/** The line of a pipeline that asks the gate. */
export const askGate = (url: string) =>
  `export ACCOUNTABILITY_URL=${url}
yarn accountability gate first-gate --service component:default/payments --environment production`;
