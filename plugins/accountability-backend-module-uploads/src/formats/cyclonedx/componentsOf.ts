import { genericPurl } from '../bills/genericPurl';
import { isFlat } from '../bills/isFlat';
import { KeptComponents, keepComponents } from '../bills/keepComponents';
import { Bom, BomComponent } from './bom';
import { readPurl } from './readPurl';

/**
 * What the bill says to be built in. What it is of is no component of it, even
 * where it is listed; a document of vulnerabilities alone is no bill.
 */
export function componentsOf(
  bom: Bom,
  listed: readonly BomComponent[],
): KeptComponents {
  if (!bom.components) return { leftOut: 0 };
  const root = bom.metadata?.component?.['bom-ref'];
  const own = listed.filter(
    ({ 'bom-ref': ref }) => ref === undefined || ref !== root,
  );
  const named = own.map(component => ({ component, purl: purlOf(component) }));
  const direct = root === undefined ? undefined : directOf(bom, root, named);
  return keepComponents(
    named.map(({ component, purl }) => ({
      purl,
      direct: direct?.has(component['bom-ref'] ?? '') ?? false,
    })),
    direct !== undefined,
  );
}

interface Named {
  component: BomComponent;
  purl?: string;
}

/** References of what the root needs itself; undefined where that is not told. */
function directOf(
  { dependencies = [] }: Bom,
  root: string,
  named: readonly Named[],
): ReadonlySet<string> | undefined {
  const needs = new Map(
    dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]),
  );
  const files = new Set(
    named.filter(isFile).flatMap(({ component }) => component['bom-ref'] ?? []),
  );
  const direct = new Set<string>();
  const left = [...(needs.get(root) ?? [])];
  while (left.length > 0) {
    const ref = left.pop() ?? '';
    if (direct.has(ref)) continue;
    direct.add(ref);
    if (files.has(ref)) left.push(...(needs.get(ref) ?? []));
  }
  const flat = isFlat({ components: named.length, direct: direct.size });
  return direct.size === 0 || flat ? undefined : direct;
}

/** Scanners put the lock file between a service and what it lists. */
function isFile({ component, purl }: Named): boolean {
  return component.type === 'application' && purl === undefined;
}

function purlOf({ type, name, version, purl }: BomComponent) {
  return readPurl(purl)?.full ?? genericPurl({ kind: type, name, version });
}
