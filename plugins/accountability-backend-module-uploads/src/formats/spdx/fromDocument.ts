import { Bill } from './Bill';
import { SpdxDocument } from './spdxDocument';

const DOCUMENT = 'SPDXRef-DOCUMENT';

/** Reads SPDX 2. A relationship may be told from either end. */
export function fromDocument(document: SpdxDocument): Bill {
  const { creationInfo, relationships = [], packages } = document;
  const roots = new Set(document.documentDescribes);
  const dependencies: { from: string; to: string }[] = [];
  for (const relationship of relationships) {
    const { spdxElementId: a, relatedSpdxElement: b } = relationship;
    const type = relationship.relationshipType;
    if (type === 'DESCRIBES' && a === DOCUMENT) roots.add(b);
    if (type === 'DESCRIBED_BY' && b === DOCUMENT) roots.add(a);
    if (type === 'DEPENDS_ON') dependencies.push({ from: a, to: b });
    if (/(^|_)DEPENDENCY_OF$/.test(type)) {
      dependencies.push({ from: b, to: a });
    }
  }
  return {
    tool: toolOf(creationInfo?.creators ?? []),
    created: creationInfo?.created,
    roots,
    packages: (packages ?? []).map(({ externalRefs = [], ...each }) => ({
      id: each.SPDXID,
      purl: externalRefs.find(({ referenceType }) => referenceType === 'purl')
        ?.referenceLocator,
      kind: each.primaryPackagePurpose,
      name: each.name,
      version: each.versionInfo,
    })),
    dependencies,
  };
}

/** The first tool, without its version, which would make each release of it another series. */
function toolOf(creators: readonly string[]): string | undefined {
  const tool = creators.find(creator => creator.startsWith('Tool:'));
  return tool
    ?.slice('Tool:'.length)
    .trim()
    .replace(/[-\s]v?\d[\w.+-]*$/, '');
}
