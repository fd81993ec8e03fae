import { Bill } from './Bill';
import { SpdxElement } from './spdxGraph';

/** Reads SPDX 3: a graph whose document names its bills, which name what they are of. */
export function fromGraph(graph: readonly SpdxElement[]): Bill {
  const byId = new Map(graph.map(element => [idOf(element), element]));
  const info = graph.find(element => typeOf(element) === 'CreationInfo');
  const tools = (info?.createdUsing ?? []).map(id => byId.get(id)?.name);
  const relations = graph.filter(({ relationshipType }) => relationshipType);
  return {
    tool: tools.find(name => name?.trim()),
    created: info?.created,
    roots: rootsOf(graph),
    packages: graph.filter(isPackage).map(element => ({
      id: idOf(element),
      purl: element.software_packageUrl,
      kind: element.software_primaryPurpose,
      name: element.name,
      version: element.software_packageVersion,
    })),
    dependencies: relations
      .filter(({ relationshipType }) => relationshipType === 'dependsOn')
      .flatMap(({ from = '', to = [] }) => to.map(id => ({ from, to: id }))),
  };
}

/** What documents and bills call their root, and what they are said to describe; a bill among them is no package, and harms nothing. */
function rootsOf(graph: readonly SpdxElement[]): Set<string> {
  const describing = graph.filter(
    ({ relationshipType }) => relationshipType === 'describes',
  );
  return new Set([
    ...graph.flatMap(({ rootElement = [] }) => rootElement),
    ...describing.flatMap(({ to = [] }) => to),
  ]);
}

function isPackage(element: SpdxElement): boolean {
  return typeOf(element) === 'software_Package';
}

function typeOf(element: SpdxElement): string {
  return element.type ?? element['@type'] ?? '';
}

function idOf(element: SpdxElement): string {
  return element.spdxId ?? element['@id'] ?? '';
}
