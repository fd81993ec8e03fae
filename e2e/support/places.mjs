import { waitFor } from './waitFor.mjs';

const DAY = 86_400_000;
const SERVICE = 'component/default/payments-api';
const REF = 'component:default/payments-api';

const table = name => page => page.getByRole('table', { name });
const region = name => page => page.getByRole('region', { name });

/** Pages that are always there: their address, and what they show once they are read. */
const STANDING = [
  {
    name: 'tab of a service',
    route: '/catalog/default/component/payments-api/accountability',
    shows: table('Context'),
  },
  {
    name: 'card of a service',
    route: '/catalog/default/component/payments-api',
    shows: region('Accountability'),
  },
  {
    name: 'tab of a team',
    route: '/catalog/default/group/payments-core/accountability',
    shows: table('Who stands for our services'),
  },
  {
    name: 'tab of a group with teams below it',
    route: '/catalog/default/group/commerce/accountability',
    shows: table('Who stands for our services'),
  },
  {
    name: 'changes of a service',
    route: `/accountability/changes/${SERVICE}`,
    shows: table('How they fared'),
  },
  {
    name: 'overview of the organisation',
    route: '/accountability/overview',
    shows: region('Checks not passing'),
  },
  {
    name: 'first steps',
    route: '/accountability/start#gate',
    shows: region('In this order'),
  },
  {
    name: 'scorecards',
    route: '/accountability/scorecards',
    shows: table('Scorecards'),
  },
  {
    name: 'exemptions',
    route: '/accountability/exemptions',
    shows: table('Exemptions'),
  },
  {
    name: 'campaigns',
    route: '/accountability/campaigns',
    shows: table('Campaigns'),
  },
  { name: 'gates', route: '/accountability/gates', shows: table('Decisions') },
  {
    name: 'policy',
    route: '/accountability/policy',
    shows: region('Try a candidate'),
  },
  {
    name: 'sources',
    route: '/accountability/sources',
    shows: table('Sources'),
  },
  {
    name: 'unowned records',
    route: '/accountability/unowned',
    shows: table('Records that belong to no service'),
  },
];

/** Asks for what people and pipelines would have: a decision, a campaign, an exemption. */
async function populate(product, { scorecard, check }) {
  const asPipeline = product.secrets.ACCOUNTABILITY_CI_TOKEN;
  const { gates } = await product.get('/gates');
  const decision = await product.post(
    `/gates/${gates[0].gate}/decisions`,
    { entityRef: REF, point: 'deploy' },
    asPipeline,
  );
  const { campaign } = await product.post('/campaigns', {
    title: 'Every service passes it',
    checks: [{ scorecard, check }],
    targetAt: new Date(Date.now() + 30 * DAY).toISOString(),
  });
  await product.post(`/campaigns/${campaign.id}/state`, { state: 'active' });
  await product.post(
    '/exemptions',
    {
      scorecard,
      check,
      subject: { by: 'service', ref: REF },
      reason: 'What it needs comes with the next quarter',
      expiresAt: new Date(Date.now() + 7 * DAY).toISOString(),
    },
    asPipeline,
  );
  return { decision: decision.id, campaign: campaign.id };
}

/** Every page of ours in a portal with the demo company, by its name; on the way it fills those that would be empty. */
export async function placesOf(product) {
  const { scorecards } = await product.get('/scorecards');
  const scorecard = scorecards.find(({ levels }) => levels.length > 0);
  const { decision, campaign } = await populate(product, {
    scorecard: scorecard.scorecard,
    check: scorecard.checks[0].check,
  });
  const { incident, cause } = await waitFor('an attribution', async () => {
    const { attributions } = await product.get(`/services/${SERVICE}/timeline`);
    return attributions.find(each => each.cause);
  });
  const record = id => `${SERVICE}/${encodeURIComponent(id)}`;
  const places = [
    ...STANDING,
    {
      name: 'scorecard',
      route: `/accountability/scorecards/${scorecard.scorecard}`,
      shows: table('Services by checks'),
    },
    {
      name: 'campaign',
      route: `/accountability/campaigns/${campaign}`,
      shows: table('Who has what left'),
    },
    {
      name: 'decision of a gate',
      route: `/accountability/decisions/${decision}`,
      shows: table('Rules'),
    },
    {
      name: 'incident',
      route: `/accountability/incidents/${record(incident)}`,
      shows: region('Why this cause'),
    },
    {
      name: 'deployment',
      route: `/accountability/deployments/${record(cause)}`,
      shows: region('What it is charged with'),
    },
  ];
  return new Map(places.map(place => [place.name, place]));
}
