import { CompanyPlan } from '../company/CompanyPlan';
import { libraries, Library, versionAt } from '../company/libraries';
import { stackOf } from '../company/stackOf';
import { day, iso, minute } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';
import { Rollout } from './deployments';

type Component = NonNullable<EventOf<'report'>['components']>[number];

/** Bills of materials that CI uploads before a rollout, of as many as the care for the service goes. */
export function bills(
  plan: CompanyPlan,
  { service, random }: Chapter,
  rollouts: readonly Rollout[],
): DemoEvent[] {
  const { carefulShare, testedShare } = service.profile;
  const stack = stackOf(carefulShare * testedShare, random);
  const known = libraries(plan);
  const direct = known.filter(() => random.chance(0.5));
  const indirect = known.filter(one => !direct.includes(one));
  const production = rollouts.filter(
    ({ environment }) => environment === 'production',
  );
  return production.flatMap(({ sha, startedAt }) => {
    if (!random.chance(stack.billShare)) return [];
    const at = startedAt - 20 * minute;
    const partOf = (library: Library) =>
      `${library.package}@${versionAt(
        library,
        at - stack.lagYears * 365 * day,
      )}`;
    const components: Component[] = [
      ...stack.runtimes.map(purl => ({ purl })),
      ...direct.map(one => ({ purl: partOf(one), direct: true as const })),
      ...indirect.map(one => ({ purl: partOf(one) })),
    ];
    const slug = slugAt(service, at);
    const event: EventOf<'report'> = {
      kind: 'report',
      state: 'uploaded',
      record: `cyclonedx:report:${slug}:${sha}`,
      subject: `github:${slug}`,
      at: iso(at),
      title: 'Bill of materials',
      format: 'cyclonedx',
      tool: 'syft',
      sha,
      branch: 'main',
      defaultBranch: true,
      series: `cyclonedx:${slug}:syft`,
      components,
      tellsDirect: true,
      measures: {
        components: components.length,
        components_with_purl: components.length,
        direct_dependencies: direct.length,
      },
    };
    return [{ begun: at, event }];
  });
}
