import { RecordEventInput } from 'backstage-plugin-accountability-common';
import {
  Collector,
  defineCollector,
} from 'backstage-plugin-accountability-node';
import { Application, application, Deployed, Operation } from './application';
import { deployedThings } from './deployedThings';
import { environmentOf } from './environmentOf';
import { EnvironmentRule } from './readEnvironmentRules';
import { resultOf } from './resultOf';

type DeploymentEvent = Extract<RecordEventInput, { kind: 'deployment' }>;
type Base = (startedAt: string) => Omit<DeploymentEvent, 'at' | 'state'>;

/**
 * Reads an application: its last sync, and each one in its history, so that
 * those that nobody announced are known too. Argo CD puts the start of a sync
 * into its entry of the history: by it, both are one deployment.
 */
export function createApplicationCollector(
  rules: readonly EnvironmentRule[],
): Collector {
  return defineCollector({
    event: 'application',
    schema: application,
    collect: payload => {
      const base = baseOf(payload, rules);
      const events = [
        ...(payload.history ?? []).flatMap(each => deployedEvents(each, base)),
        ...operationEvents(payload.operation, base),
      ];
      return events.length > 0
        ? { events }
        : {
            ignored:
              'The application has no sync of all its resources to tell of',
          };
    },
  });
}

function baseOf(payload: Application, rules: readonly EnvironmentRule[]): Base {
  const { metadata, url } = payload;
  const environment = environmentOf(payload, rules);
  return startedAt => ({
    kind: 'deployment',
    record: `argocd:deployment:${metadata.uid}:${Date.parse(startedAt)}`,
    subject: `argocd:${metadata.name}`,
    url,
    environment,
  });
}

function deployedEvents(deployed: Deployed, base: Base): DeploymentEvent[] {
  const { deployStartedAt, deployedAt } = deployed;
  const startedAt = deployStartedAt ?? deployedAt;
  const said = { ...base(startedAt), ...deployedThings(deployed, []) };
  return [
    { ...said, state: 'executing', at: startedAt },
    { ...said, state: 'finished', result: 'success', at: deployedAt },
  ];
}

/** A trial rolls nothing out, and a sync of single resources, such as a self-heal, is no deployment to Argo CD's history either. */
function operationEvents(
  operation: Operation | null | undefined,
  base: Base,
): DeploymentEvent[] {
  if (!operation || operation.dryRun || operation.partial) return [];
  const { startedAt, finishedAt, images } = operation;
  const said = { ...base(startedAt), ...deployedThings(operation, []) };
  const started: DeploymentEvent = {
    ...said,
    state: 'executing',
    at: startedAt,
  };
  const result = resultOf(operation);
  // Between two tries a sync has an end and runs on.
  if (!finishedAt || !result) return [started];
  return [
    started,
    {
      ...said,
      ...deployedThings(operation, images ?? []),
      state: 'finished',
      result,
      at: finishedAt,
    },
  ];
}
