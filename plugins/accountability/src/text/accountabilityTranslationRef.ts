import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { attestationMessages } from './messages/attestation';
import { catalogFilterMessages } from './messages/catalogFilter';
import { changesMessages } from './messages/changes';
import { checksMessages } from './messages/checks';
import { commonMessages } from './messages/common';
import { deploymentMessages } from './messages/deployment';
import { firstStepsMessages } from './messages/firstSteps';
import { incidentMessages } from './messages/incident';
import { metricMessages } from './messages/metric';
import { minutesMessages } from './messages/minutes';
import { operationsMessages } from './messages/operations';
import { overrideMessages } from './messages/override';
import { referencesMessages } from './messages/references';
import { replaysMessages } from './messages/replays';
import { serviceMessages } from './messages/service';
import { sourcesMessages } from './messages/sources';
import { teamMessages } from './messages/team';
import { dueMessages } from './messages/due';
import { timelineMessages } from './messages/timeline';
import { windowMessages } from './messages/window';
import { scorecardsMessages } from './messages/scorecards';
import { exemptionsMessages } from './messages/exemptions';
import { campaignsMessages } from './messages/campaigns';
import { gatesMessages } from './messages/gates';
import { policyMessages } from './messages/policy';
import { organisationMessages } from './messages/organisation';

const messages = {
  ...commonMessages,
  ...serviceMessages,
  ...checksMessages,
  ...timelineMessages,
  ...teamMessages,
  ...attestationMessages,
  ...dueMessages,
  ...operationsMessages,
  ...sourcesMessages,
  ...referencesMessages,
  ...replaysMessages,
  ...incidentMessages,
  ...minutesMessages,
  ...overrideMessages,
  ...deploymentMessages,
  ...changesMessages,
  ...metricMessages,
  ...windowMessages,
  ...catalogFilterMessages,
  ...scorecardsMessages,
  ...exemptionsMessages,
  ...campaignsMessages,
  ...gatesMessages,
  ...policyMessages,
  ...organisationMessages,
  ...firstStepsMessages,
};

/** The texts by their areas, with what each leaves to be filled in. */
export type Messages = typeof messages;

/** Every text of the portal; an app may give messages of its own for this ref. */
export const accountabilityTranslationRef = createTranslationRef({
  id: 'plugin.accountability',
  messages,
});
