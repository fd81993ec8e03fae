import { shorten } from '../../events/shorten';
import { webUrl } from '../../events/webUrl';
import { UploadedFinding } from '../../UploadFormat';
import { BomVulnerability } from './bom';
import { Affected } from './packageFinder';
import { ratingOf } from './ratingOf';

type State = Pick<UploadedFinding, 'state' | 'dismissedAs'>;
type Affect = NonNullable<BomVulnerability['affects']>[number];

const known = new Map<string, UploadedFinding['state']>([
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
  ['not_affected', 'dismissed'],
  ['false_positive', 'dismissed'],
]);

const worst = ['open', 'dismissed', 'fixed'];

/**
 * A finding for each package that each vulnerability affects, whatever its
 * version: one hole stays one until the package is free of it. Statements
 * about several versions of a package are one finding, open if any is.
 */
export function readVulnerabilities(
  vulnerabilities: readonly BomVulnerability[],
  packageOf: (ref: string) => Affected,
): UploadedFinding[] {
  const found = new Map<string, UploadedFinding>();
  for (const vulnerability of vulnerabilities) {
    if (vulnerability.rejected) continue;
    const said = describe(vulnerability);
    const affects = vulnerability.affects ?? [];
    const all = affects.length > 0 ? affects : [undefined];
    for (const affect of all) {
      const affected = affect && packageOf(affect.ref);
      const state = stateOf(vulnerability, affect);
      const finding = { ...said, ...state, ...locate(vulnerability, affected) };
      const before = found.get(finding.identity);
      if (!before || isWorse(finding, before)) {
        found.set(finding.identity, finding);
      }
    }
  }
  return [...found.values()];
}

function isWorse(a: UploadedFinding, b: UploadedFinding): boolean {
  return worst.indexOf(a.state) < worst.indexOf(b.state);
}

/** What is the same wherever the vulnerability is. */
function describe(vulnerability: BomVulnerability) {
  return {
    ...ratingOf(vulnerability),
    category: 'dependency' as const,
    rule: shorten(vulnerability.id, 300),
    identifiers: identifiersOf(vulnerability),
    url: webUrl(vulnerability.source?.url),
  };
}

function locate(
  { id }: BomVulnerability,
  affected: Affected | undefined,
): Pick<UploadedFinding, 'identity' | 'package' | 'title'> {
  const purl = affected?.purl;
  return {
    identity: JSON.stringify([id, affected?.identity ?? null]),
    package: purl && purl.length <= 500 ? purl : undefined,
    title: shorten(affected ? `${id} in ${affected.name}` : id, 500),
  };
}

/** Without an analysis it is open; where nothing but unaffected versions are named, it is not there. */
function stateOf(
  { analysis }: BomVulnerability,
  affect: Affect | undefined,
): State {
  const said = analysis?.state ?? '';
  const state = known.get(said) ?? 'open';
  if (state === 'dismissed') return { state, dismissedAs: said };
  const versions = affect?.versions ?? [];
  const isFree =
    versions.length > 0 &&
    versions.every(({ status }) => status === 'unaffected');
  return state === 'open' && isFree
    ? { state: 'dismissed', dismissedAs: 'unaffected' }
    : { state };
}

function identifiersOf(vulnerability: BomVulnerability): string[] {
  const { id, references = [], cwes = [] } = vulnerability;
  const names = [
    id,
    ...references.map(reference => reference.id),
    ...cwes.map(cwe => `CWE-${cwe}`),
  ].flatMap(name => shorten(name, 100) ?? []);
  return [...new Set(names)].slice(0, 20);
}
