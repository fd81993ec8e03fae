import { Bom, BomComponent } from './bom';
import { readPurl } from './readPurl';

/** What a vulnerability affects. */
export interface Affected {
  /** The same for every version of it. */
  identity: string;
  /** As people call it. */
  name: string;
  purl?: string;
}

/**
 * Finds what a reference of a bill names: a component of the bill by its
 * `bom-ref`, also in the form of a link from another document, or a package
 * url. One that names nothing known stands for itself.
 */
export function packageFinder(
  { metadata }: Bom,
  components: readonly BomComponent[],
): (ref: string) => Affected {
  const own = metadata?.component ? [metadata.component] : [];
  const byRef = new Map(
    [...own, ...components].map(each => [each['bom-ref'], each]),
  );
  return ref => {
    const local = ref.startsWith('urn:cdx:') ? afterHash(ref) : ref;
    const component = byRef.get(local);
    const purl = readPurl(component?.purl ?? local);
    const name = component?.name ?? purl?.base ?? local;
    const version = component?.version;
    return {
      identity: purl?.base ?? name,
      name: version ? `${name} ${version}` : name,
      purl: purl?.full,
    };
  };
}

function afterHash(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}
