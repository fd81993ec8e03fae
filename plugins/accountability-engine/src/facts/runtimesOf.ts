import { groupBy } from 'lodash';
import {
  Component,
  componentOf,
  Cycle,
  cycleOf,
  Lifecycle,
  lifecyclesByPackage,
  ourLifecycles,
  Product,
  productsOf,
} from '../supply';
import { deployedBills } from './billsOf';
import { FactContext } from './defineFact';
import { onceFor } from './onceFor';

/** Something with a lifecycle that a service runs on. */
export interface Runtime {
  /** As people call it: Node.js. */
  title: string;
  version: string;
  /** Undefined where the version names no line of releases that is known. */
  cycle?: Cycle;
  /** Where that stands: a file of the repository, or in words. */
  told: string;
  /** Record id of the bill that tells it. */
  report?: string;
}

type Told = Pick<Runtime, 'told' | 'report'>;

const indexOf = onceFor(
  (lifecycles: readonly Lifecycle[]) => lifecycles,
  lifecyclesByPackage,
);

/** Each once: every package of a system names the system. */
const productsIn = onceFor(
  (components: readonly Component[]) => components,
  components => {
    const products = new Map<string, Product>();
    for (const component of components) {
      for (const product of productsOf(component)) {
        products.set(`${product.package}@${product.version}`, product);
      }
    }
    return [...products.values()];
  },
);

/**
 * What the service runs on, each version of a product once. What the bill of
 * what runs says of a product outranks what files say, and a version that names
 * a line of releases outranks one that does not: `engines` say what is allowed,
 * not what runs.
 */
export function runtimesOf(context: FactContext): Runtime[] {
  const { lifecycles = ourLifecycles, runtimes = [] } = context.supply;
  const index = indexOf(lifecycles);
  const { bills, basis } = deployedBills(context);
  const bill = basis === 'deployed' ? 'the deployed bill' : 'the newest bill';
  const built = bills.flatMap(({ components, report }) =>
    knownIn(index, productsIn(components), {
      told: `${bill} of materials`,
      report,
    }),
  );
  const declared = runtimes.flatMap(({ purl, path }) =>
    knownIn(index, productsOf(componentOf({ purl })), { told: path }),
  );
  const byTitle = groupBy([...built, ...declared], ({ title }) => title);
  return Object.values(byTitle).flatMap(all => {
    const named = all.filter(({ cycle }) => cycle);
    const outranking = named.filter(({ report }) => report !== undefined);
    const [first] = [outranking, named, all].filter(some => some.length > 0);
    return distinct(first);
  });
}

function knownIn(
  index: ReadonlyMap<string, Lifecycle>,
  products: readonly Product[],
  told: Told,
): Runtime[] {
  return products.flatMap(({ package: named, version }) => {
    const lifecycle = index.get(named);
    if (!lifecycle) return [];
    const { title, cycles } = lifecycle;
    return [{ title, version, cycle: cycleOf(cycles, version), ...told }];
  });
}

/** One of each line of releases, and of each version that names none. */
function distinct(runtimes: readonly Runtime[]): Runtime[] {
  const first = new Map<string, Runtime>();
  for (const runtime of runtimes) {
    const key = runtime.cycle?.name ?? ` ${runtime.version}`;
    if (!first.has(key)) first.set(key, runtime);
  }
  return [...first.values()];
}
