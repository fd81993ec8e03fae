import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { memoize } from 'lodash';
import { ApiContext } from './ApiContext';
import { ApiRouter } from './ApiRouter';
import { ReadableServices } from './ReadableServices';
import { addBacktestRoutes } from './backtests/addBacktestRoutes';
import { addCampaignRoutes } from './campaigns/addCampaignRoutes';
import { addExemptionRoutes } from './exemptions/addExemptionRoutes';
import { addGateRoutes } from './gates/addGateRoutes';
import { addOrganisationRoutes } from './organisation/addOrganisationRoutes';
import { addPolicyRoutes } from './policy/addPolicyRoutes';
import { addScorecardRoutes } from './scorecards/addScorecardRoutes';
import { addFirstStepRoutes } from './firstSteps/addFirstStepRoutes';
import { addTeamRoutes } from './teams/addTeamRoutes';
import { spec } from './openapi.generated';
import { getAttestation } from './routes/getAttestation';
import { getAttributionWindow } from './routes/getAttributionWindow';
import { getChanges } from './routes/getChanges';
import { getDeployment } from './routes/getDeployment';
import { getEvidence } from './routes/getEvidence';
import { getGroupAttestations } from './routes/getGroupAttestations';
import { getIncident } from './routes/getIncident';
import { getMetric } from './routes/getMetric';
import { getReplay } from './routes/getReplay';
import { getReplays } from './routes/getReplays';
import { getRevisions } from './routes/getRevisions';
import { getRollup } from './routes/getRollup';
import { getScorecard } from './routes/getScorecard';
import { getSources } from './routes/getSources';
import { getTeamOwnership } from './routes/getTeamOwnership';
import { getTimeline } from './routes/getTimeline';
import { getUnowned } from './routes/getUnowned';
import { postAttestation } from './routes/postAttestation';
import { postCause } from './routes/postCause';
import { postCauseWithdrawal } from './routes/postCauseWithdrawal';
import { postReplay } from './routes/postReplay';
import { postReplayCancellation } from './routes/postReplayCancellation';
import { sendWithETag } from './sendWithETag';

type AnyEndpoint = {
  '#get|/': {
    path: Record<string, string>;
    query: object;
    body: object;
    response: object;
  };
};

/**
 * One for the process, since it takes 0.4 s to prepare the document.
 * Its types of routes are those of `ApiRouter`, and not Backstage's.
 */
const validationOf = memoize(
  (validateResponses: boolean): Router =>
    createValidatedOpenApiRouterFromGeneratedEndpointMap<AnyEndpoint>(spec, {
      validatorOptions: {
        // Who may call is decided by each route; instants are read there, with better words.
        validateSecurity: false,
        validateFormats: false,
        validateResponses,
      },
    }),
);

/**
 * The API but for the intake, as the OpenAPI document has it. The intake is
 * a router of its own and must be mounted before this one: its bodies have to
 * reach it raw.
 */
export function createApiRouter(context: ApiContext): Router {
  const router = createRouter(context);
  addServiceRoutes(router, context);
  addPolicyRoutes(router, context);
  addScorecardRoutes(router, context);
  addExemptionRoutes(router, context);
  addCampaignRoutes(router, context);
  addGateRoutes(router, context);
  addBacktestRoutes(router, context);
  // What is remembered of callers' sight is the same for both.
  const readable = new ReadableServices();
  addOrganisationRoutes(router, context, readable);
  addFirstStepRoutes(router, context, readable);
  addTeamRoutes(router, context);
  addOtherRoutes(router, context);
  return router;
}

function addOtherRoutes(router: ApiRouter, context: ApiContext): void {
  router.get('/groups/:namespace/:name/attestations', async (req, res) =>
    res.json(await getGroupAttestations(context, req)),
  );
  router.get('/teams/:kind/:namespace/:name/ownership', async (req, res) =>
    res.json(await getTeamOwnership(context, req)),
  );
  router.get('/teams/:kind/:namespace/:name/rollup', async (req, res) =>
    res.json(await getRollup(context, req)),
  );
  router.get('/unowned', async (req, res) =>
    res.json(await getUnowned(context, req)),
  );
  router.get('/sources', async (req, res) =>
    res.json(await getSources(context, req)),
  );
  router.get('/replays', async (req, res) =>
    res.json(await getReplays(context, req)),
  );
  router.post('/replays', async (req, res) =>
    res.status(202).json(await postReplay(context, req)),
  );
  router.get('/replays/:id', async (req, res) =>
    res.json(await getReplay(context, req)),
  );
  router.post('/replays/:id/cancellation', async (req, res) =>
    res.json(await postReplayCancellation(context, req)),
  );
}

function createRouter({ checkAnswers }: ApiContext): Router {
  const router = PromiseRouter();
  router.use(validationOf(checkAnswers));
  return router;
}

function addServiceRoutes(router: ApiRouter, context: ApiContext): void {
  router.get('/services/:kind/:namespace/:name/scorecard', async (req, res) =>
    sendWithETag(res, await getScorecard(context, req)),
  );
  router.get('/services/:kind/:namespace/:name/timeline', async (req, res) =>
    res.json(await getTimeline(context, req)),
  );
  router.get('/services/:kind/:namespace/:name/evidence', async (req, res) =>
    res.json(await getEvidence(context, req)),
  );
  router.get(
    '/services/:kind/:namespace/:name/incidents/:record',
    async (req, res) => res.json(await getIncident(context, req)),
  );
  router.post(
    '/services/:kind/:namespace/:name/incidents/:record/cause',
    async (req, res) => res.json(await postCause(context, req)),
  );
  router.post(
    '/services/:kind/:namespace/:name/incidents/:record/cause/withdrawal',
    async (req, res) => res.json(await postCauseWithdrawal(context, req)),
  );
  router.get(
    '/services/:kind/:namespace/:name/deployments/:record',
    async (req, res) => res.json(await getDeployment(context, req)),
  );
  router.get(
    '/services/:kind/:namespace/:name/metrics/:fact',
    async (req, res) => res.json(await getMetric(context, req)),
  );
  router.get(
    '/services/:kind/:namespace/:name/facts/:fact/revisions',
    async (req, res) => res.json(await getRevisions(context, req)),
  );
  router.get(
    '/services/:kind/:namespace/:name/attribution-window',
    async (req, res) => res.json(await getAttributionWindow(context, req)),
  );
  router.get('/services/:kind/:namespace/:name/changes', async (req, res) =>
    res.json(await getChanges(context, req)),
  );
  router.get('/services/:kind/:namespace/:name/attestation', async (req, res) =>
    res.json(await getAttestation(context, req)),
  );
  router.post(
    '/services/:kind/:namespace/:name/attestation',
    async (req, res) => res.json(await postAttestation(context, req)),
  );
}
