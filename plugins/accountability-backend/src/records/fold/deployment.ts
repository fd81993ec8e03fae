import {
  DeploymentRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { foldBase } from './foldBase';
import { foldRun } from './foldRun';
import { lastGiven } from './lastGiven';

/** Folds a deployment. `superseded` ends nothing and is never a failure. */
export function foldDeployment(
  events: readonly Extract<RecordEvent, { kind: 'deployment' }>[],
): DeploymentRecord {
  return {
    kind: 'deployment',
    ...foldBase(events),
    ...foldRun(events),
    environment: lastGiven(events, 'environment'),
    version: lastGiven(events, 'version'),
    sha: lastGiven(events, 'sha'),
    artifact: lastGiven(events, 'artifact'),
    rollback: lastGiven(events, 'rollback'),
    chain: lastGiven(events, 'chain'),
  };
}
