import { UploadedReport } from '../../UploadFormat';
import { genericPurl } from '../bills/genericPurl';
import { isFlat } from '../bills/isFlat';
import { keepComponents } from '../bills/keepComponents';
import { readPurl } from '../cyclonedx/readPurl';
import { Bill } from './Bill';

type Said = Pick<UploadedReport, 'measures' | 'components' | 'tellsDirect'>;

/**
 * What the bill says to be built in, and how much. Where nothing depends on
 * what it is of, direct dependencies are unknown: many tools list packages
 * without saying who needs them.
 */
export function componentsOf(bill: Omit<Bill, 'tool' | 'created'>): Said {
  const { roots, packages, dependencies } = bill;
  const components = packages.filter(({ id }) => !roots.has(id));
  const direct = new Set(
    dependencies.filter(({ from }) => roots.has(from)).map(({ to }) => to),
  );
  const flat = isFlat({
    components: components.length,
    direct: direct.size,
  });
  const { leftOut, ...built } = keepComponents(
    components.map(({ id, purl, ...each }) => ({
      purl: readPurl(purl)?.full ?? genericPurl(each),
      direct: direct.has(id),
    })),
    direct.size > 0 && !flat,
  );
  return {
    measures: {
      components: components.length,
      components_with_purl: components.filter(({ purl }) => purl !== undefined)
        .length,
      ...(direct.size > 0 && { direct_dependencies: direct.size }),
      ...(leftOut > 0 && { components_left_out: leftOut }),
    },
    ...built,
  };
}
