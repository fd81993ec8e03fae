import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of Accountability in the side bar. */
export const rootRouteRef = createRouteRef();

/** The tab of Accountability on the page of a service. */
export const serviceContentRouteRef = createRouteRef();

/** The page of one incident of a service. */
export const incidentRouteRef = createRouteRef({
  params: ['kind', 'namespace', 'name', 'record'],
});

/** The page of the changes of a service. */
export const changesRouteRef = createRouteRef({
  params: ['kind', 'namespace', 'name'],
});

/** The page of one deployment of a service. */
export const deploymentRouteRef = createRouteRef({
  params: ['kind', 'namespace', 'name', 'record'],
});

/** The page of one scorecard: its services by its checks. */
export const scorecardRouteRef = createRouteRef({ params: ['scorecard'] });

/** The page of one campaign. */
export const campaignRouteRef = createRouteRef({ params: ['id'] });

/** The page of one decision of a gate. */
export const decisionRouteRef = createRouteRef({ params: ['id'] });
