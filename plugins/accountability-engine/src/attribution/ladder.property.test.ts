import fc from 'fast-check';
import {
  attributionMethods,
  OwnerAt,
} from 'backstage-plugin-accountability-common';
import { contentsOf } from '../delivery';
import { deployed, referenceNow } from '../testing';
import { History, oracleContents, oracleLadder } from '../testing/oracle';
import { DAY } from '../time';
import { attributed } from './__testUtils__/attributed';
import { histories } from './__testUtils__/histories';

const run = { numRuns: 4500 };

const handOver = referenceNow - 31 * DAY;

function ownerAt(at: number): OwnerAt {
  const owner = at < handOver ? 'group:default/then' : 'group:default/later';
  return { status: 'known', owner, resolves: true };
}

function attribute(history: History) {
  return attributed({ ...history, remedyRules: history, ownerAt });
}

/** What the engine answers, without words and numbers that no definition of the ladder speaks of. */
function gistOf(history: History) {
  const { attributions } = attribute(history);
  return new Map(
    [...attributions].map(([id, link]) => [
      id,
      {
        method: link.method,
        cause: link.cause,
        causeService: link.causeService,
        remedy: link.remedy && {
          kind: link.remedy.kind,
          record: link.remedy.record,
          undone: link.remedy.undone,
        },
      },
    ]),
  );
}

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe('the ladder', () => {
  it('agrees with its definitions', () => {
    fc.assert(
      fc.property(histories, history => {
        expect(gistOf(history)).toEqual(oracleLadder(history));
      }),
      run,
    );
  });

  it('is asked for every rung by these histories', () => {
    const counts = new Map<string, number>();
    for (const history of fc.sample(histories, {
      numRuns: 4000,
    })) {
      for (const { method, remedy } of oracleLadder(history).values()) {
        const seen = remedy ? [method, remedy.kind] : [method];
        for (const each of seen) counts.set(each, (counts.get(each) ?? 0) + 1);
      }
    }

    const wanted = attributionMethods.filter(method => method !== 'dependency');
    for (const each of [...wanted, 'rollback', 'revert', 'hotfix']) {
      expect(counts.get(each) ?? 0).toBeGreaterThan(50);
    }
  });

  it('says the same in any order of its input', () => {
    const both = histories.chain(history =>
      fc.tuple(
        fc.constant(history),
        fc.record({
          ...mapToConstants(history),
          deployments: shuffled(history.deployments),
          changes: shuffled(history.changes),
          incidents: shuffled(history.incidents),
          peers: shuffled(history.peers),
          overrides: shuffled(history.overrides),
          bursts: shuffled(history.bursts),
        }),
      ),
    );

    fc.assert(
      fc.property(both, ([history, other]) => {
        expect(attribute(other)).toEqual(attribute(history));
      }),
      { numRuns: 500 },
    );
  });

  it('is not moved by what lies further back than it looks', () => {
    const old = fc.array(
      fc.tuple(fc.nat(40), fc.constantFrom('a', 'b', 'c', undefined)),
      { maxLength: 5 },
    );

    fc.assert(
      fc.property(histories, old, (history, given) => {
        fc.pre(history.profile.windowMs !== undefined);
        const earliest = Math.min(
          history.now,
          ...history.incidents.map(({ startedAt }) => startedAt - DAY),
        );
        const before = given.map(([days, version], index) =>
          deployed(`old${index}`, {
            startedAt: earliest - (102 + days) * DAY,
            sha: undefined,
            version,
          }),
        );
        const without = {
          ...history,
          changes: [],
          deployments: history.deployments.filter(
            ({ startedAt }) => startedAt >= earliest,
          ),
        };
        const withOld = {
          ...without,
          deployments: [...before, ...without.deployments],
        };

        expect(gistOf(withOld)).toEqual(gistOf(without));
      }),
      { numRuns: 500 },
    );
  });

  it('charges who owned the service when the cause began', () => {
    fc.assert(
      fc.property(histories, history => {
        const began = new Map(
          history.deployments.map(({ id, startedAt }) => [id, startedAt]),
        );
        const { attributions } = attribute(history);

        for (const link of attributions.values()) {
          const { cause = '', causeService, decision } = link;
          const at = began.get(cause);
          if (at === undefined || causeService || decision) continue;
          expect(link.causeOwner).toEqual(ownerAt(at));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('contentsOf', () => {
  it('agrees with its definition', () => {
    fc.assert(
      fc.property(histories, ({ deployments, changes }) => {
        const contents = contentsOf(deployments, changes);

        const expected = deployments
          .filter(
            ({ state, result = 'success' }) =>
              state === 'finished' && result === 'success',
          )
          .map(one => [one.id, oracleContents(one, deployments, changes)]);
        expect(
          deployments.flatMap(({ id }) => {
            const found = contents.get(id);
            if (!found) return [];
            return [
              [id, found.status === 'known' ? found.changes : found.status],
            ];
          }),
        ).toEqual(expected);
      }),
      run,
    );
  });
});

function mapToConstants({ now, profile, hotfixTitle }: History) {
  return {
    now: fc.constant(now),
    profile: fc.constant(profile),
    hotfixTitle: fc.constant(hotfixTitle),
  };
}
