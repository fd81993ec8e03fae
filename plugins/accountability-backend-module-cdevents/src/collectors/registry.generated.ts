// Made by `npm run generate` from the files of this folder. Do not edit.
import { Collector } from 'backstage-plugin-accountability-node';
import { approval } from './approval';
import { artifact } from './artifact';
import { artifactPackaged } from './artifactPackaged';
import { branch } from './branch';
import { buildFinished } from './buildFinished';
import { buildQueued } from './buildQueued';
import { buildStarted } from './buildStarted';
import { changeAbandoned } from './changeAbandoned';
import { changeCreated } from './changeCreated';
import { changeMerged } from './changeMerged';
import { changeReviewed } from './changeReviewed';
import { changeUpdated } from './changeUpdated';
import { environment } from './environment';
import { incidentDetected } from './incidentDetected';
import { incidentReported } from './incidentReported';
import { incidentResolved } from './incidentResolved';
import { pipelinerunFinished } from './pipelinerunFinished';
import { pipelinerunQueued } from './pipelinerunQueued';
import { pipelinerunStarted } from './pipelinerunStarted';
import { repository } from './repository';
import { serviceDeployed } from './serviceDeployed';
import { servicePublished } from './servicePublished';
import { serviceRemoved } from './serviceRemoved';
import { serviceRolledback } from './serviceRolledback';
import { serviceUpgraded } from './serviceUpgraded';
import { taskrunFinished } from './taskrunFinished';
import { taskrunStarted } from './taskrunStarted';
import { testcaserun } from './testcaserun';
import { testoutput } from './testoutput';
import { testsuiterun } from './testsuiterun';
import { ticket } from './ticket';

/** Every collector of this source. */
export const collectors: Collector[] = [
  approval,
  artifact,
  artifactPackaged,
  branch,
  buildFinished,
  buildQueued,
  buildStarted,
  changeAbandoned,
  changeCreated,
  changeMerged,
  changeReviewed,
  changeUpdated,
  environment,
  incidentDetected,
  incidentReported,
  incidentResolved,
  pipelinerunFinished,
  pipelinerunQueued,
  pipelinerunStarted,
  repository,
  serviceDeployed,
  servicePublished,
  serviceRemoved,
  serviceRolledback,
  serviceUpgraded,
  taskrunFinished,
  taskrunStarted,
  testcaserun,
  testoutput,
  testsuiterun,
  ticket,
];
