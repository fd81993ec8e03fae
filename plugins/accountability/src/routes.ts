import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of Accountability in the side bar. */
export const rootRouteRef = createRouteRef();

/** The tab of Accountability on the page of a service. */
export const serviceContentRouteRef = createRouteRef();
