import { TestDatabases } from '@backstage/backend-test-utils';
import { component, group } from '../../database/__testUtils__/testCatalog';
import { createWorkbench, start } from '../__testUtils__/createWorkbench';
import { readFactsOfServices } from './readFactsOfServices';
import { readStoredResults } from './readStoredResults';
import { readTeamRisks } from './readTeamRisks';
import { readTreeRefs } from './readTreeRefs';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const groupRef = 'group:default/shop';
const cart = 'component:default/cart';
const web = 'component:default/web';

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - id: no-owner
      title: Nobody owns it
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves == false
    - id: few-failures
      title: Few changes fail
      burden: reliability
      level: bronze
      expression: reliability.change_fail_rate <= 0.15
`;

describe.each(databases.eachSupportedId())(
  'what a team does not pass on %s',
  databaseId => {
    async function begin() {
      const bench = await createWorkbench(await databases.init(databaseId));
      bench.writePolicy(policy);
      await bench.policy.reload();
      const owned = (name: string, owner: string) =>
        component(name, { owner, slug: `acme/${name}` });
      await bench.sync([
        group('shop'),
        group('checkout', 'shop'),
        group('other'),
        owned('cart', 'group:default/checkout'),
        owned('web', groupRef),
        owned('tool', 'group:default/other'),
      ]);
      await bench.worker.drain();
      return bench;
    }

    it('is told of the group and those below it, with what is known', async () => {
      const { knex } = await begin();

      const { risks, ...sums } = await readTeamRisks(knex, { groupRef });

      expect(sums).toEqual({
        services: 2,
        assessed: 2,
        coverage: { known: 2, applicable: 4 },
      });
      expect(risks).toHaveLength(2);
      expect(risks).toContainEqual({
        entityRef: cart,
        title: 'cart',
        owner: 'group:default/checkout',
        scorecard: 'ready',
        check: 'no-owner',
        status: 'fail',
        since: start,
      });
    });

    it('is told of visible services alone', async () => {
      const { knex } = await begin();
      const scope = { groupRef, visible: [web] };

      const { risks, services } = await readTeamRisks(knex, scope);

      expect(services).toBe(1);
      expect(risks.map(({ entityRef }) => entityRef)).toEqual([web]);
      expect(await readTreeRefs(knex, scope)).toEqual([web]);
    });

    it('is told as unknown before the first assessment, and not as zero of something', async () => {
      const { knex } = await begin();
      await knex('assessments').delete();

      const { services, assessed } = await readTeamRisks(knex, { groupRef });

      expect({ services, assessed }).toEqual({ services: 2, assessed: 0 });
    });

    it('has its results and facts read for many services at once', async () => {
      const { knex } = await begin();
      const entityRefs = await readTreeRefs(knex, { groupRef });

      const results = await readStoredResults(knex, { entityRefs });
      const facts = await readFactsOfServices(knex, { entityRefs });

      expect(entityRefs).toEqual([cart, web]);
      expect([...results.keys()].sort()).toEqual(entityRefs);
      expect(results.get(cart)?.[0].checks).toContainEqual(
        expect.objectContaining({ check: 'no-owner', status: 'fail' }),
      );
      expect(facts.get(web)).toContainEqual(
        expect.objectContaining({
          id: 'ownership.owner_resolves',
          status: 'known',
          value: true,
          observedAt: start,
        }),
      );
    });
  },
);
