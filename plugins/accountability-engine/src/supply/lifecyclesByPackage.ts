import { Lifecycle } from './Lifecycle';
import { ourLifecycles } from './ourLifecycles';

/** Types of package url that name what something runs on; those of libraries name what it is made of. */
const runtimeTypes = /^pkg:(?:generic|docker|github|bitnami)\//;

/** Packages that name a product, for lists that name it otherwise or not at all, such as Debian's images. */
const ourPackages = new Map(
  ourLifecycles.map(({ product, packages }) => [product, packages]),
);

/**
 * Lifecycles by the package urls, without version, of what runs. Packages of a
 * distribution (deb, rpm, apk) are left out: the distribution cares for them,
 * for as long as for itself.
 */
export function lifecyclesByPackage(
  lifecycles: readonly Lifecycle[],
): Map<string, Lifecycle> {
  const ours = lifecycles.flatMap(lifecycle =>
    (ourPackages.get(lifecycle.product) ?? []).map(
      name => [name, lifecycle] as const,
    ),
  );
  const theirs = lifecycles.flatMap(lifecycle =>
    lifecycle.packages
      .filter(name => runtimeTypes.test(name))
      .map(name => [name, lifecycle] as const),
  );
  return new Map([...theirs, ...ours]);
}
