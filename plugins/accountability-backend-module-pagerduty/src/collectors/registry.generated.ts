// Made by `npm run generate` from the files of this folder. Do not edit.
import { Collector } from 'backstage-plugin-accountability-node';
import { changeEvent } from './changeEvent';
import { incidentAcknowledged } from './incidentAcknowledged';
import { incidentDelegated } from './incidentDelegated';
import { incidentEscalated } from './incidentEscalated';
import { incidentOther } from './incidentOther';
import { incidentPriorityUpdated } from './incidentPriorityUpdated';
import { incidentReassigned } from './incidentReassigned';
import { incidentReopened } from './incidentReopened';
import { incidentResolved } from './incidentResolved';
import { incidentServiceUpdated } from './incidentServiceUpdated';
import { incidentTriggered } from './incidentTriggered';
import { incidentUnacknowledged } from './incidentUnacknowledged';
import { pageyPing } from './pageyPing';
import { serviceOther } from './serviceOther';

/** Every collector of this source. */
export const collectors: Collector[] = [
  changeEvent,
  incidentAcknowledged,
  incidentDelegated,
  incidentEscalated,
  incidentOther,
  incidentPriorityUpdated,
  incidentReassigned,
  incidentReopened,
  incidentResolved,
  incidentServiceUpdated,
  incidentTriggered,
  incidentUnacknowledged,
  pageyPing,
  serviceOther,
];
