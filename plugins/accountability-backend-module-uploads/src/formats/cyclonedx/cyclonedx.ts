import { readInstant } from 'backstage-plugin-accountability-node';
import { readJson } from '../../bodies/readJson';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { bom, Bom, BomComponent } from './bom';
import { componentsOf } from './componentsOf';
import { listComponents } from './listComponents';
import { listVulnerabilities } from './listVulnerabilities';
import { packageFinder } from './packageFinder';
import { readPurl } from './readPurl';
import { readVulnerabilities } from './readVulnerabilities';

const versions = /^1\.[2-7]$/;

/** Categories under which a bill without vulnerabilities says that there are none. */
const scanned = /^(security|dependenc(y|ies))(\/|$)/i;

/** CycloneDX 1.2 to 1.7 in JSON: bills of materials, and what is known of their vulnerabilities. */
export const cyclonedx: UploadFormat = {
  id: 'cyclonedx',
  read: ({ text, binding }): Reading => {
    if (text.trimStart().startsWith('<')) {
      return {
        refused:
          'CycloneDX in XML is not read; write JSON, or convert it: cyclonedx convert --output-format json',
      };
    }
    const read = readJson(text, bom, 'CycloneDX');
    if (!read.ok) return refuse(read);
    const { specVersion, metadata } = read.value;
    if (!versions.test(specVersion)) {
      return {
        refused: `CycloneDX "${specVersion.slice(
          0,
          20,
        )}" is not read; write 1.2 to 1.7`,
      };
    }
    const components = listComponents(read.value);
    if (!components.ok) return refuse(components);
    const vulnerabilities = listVulnerabilities(read.value);
    if (!vulnerabilities.ok) return refuse(vulnerabilities);
    const isScan =
      scanned.test(binding.category ?? '') ||
      vulnerabilities.value !== undefined;
    const { leftOut, ...built } = componentsOf(read.value, components.value);
    return {
      reports: [
        {
          tool:
            metadata?.tools?.find(({ name }) => name?.trim())?.name ??
            'CycloneDX',
          madeAt: readInstant(metadata?.timestamp),
          measures: {
            ...count(read.value, components.value),
            ...(leftOut > 0 && { components_left_out: leftOut }),
          },
          ...built,
          findings: isScan
            ? readVulnerabilities(
                vulnerabilities.value ?? [],
                packageFinder(read.value, components.value),
              )
            : undefined,
          closes: isScan,
        },
      ],
    };
  },
};

/** Counts what the bill lists. A document of vulnerabilities alone lists nothing, and a bill without its own component has no direct dependencies that are known. */
function count(
  { metadata, components, dependencies = [] }: Bom,
  listed: readonly BomComponent[],
): Record<string, number> {
  const root = metadata?.component?.['bom-ref'];
  const direct = dependencies.find(({ ref }) => ref === root);
  return {
    ...(components && {
      components: listed.length,
      components_with_purl: listed.filter(({ purl }) => readPurl(purl)).length,
    }),
    ...(direct && { direct_dependencies: new Set(direct.dependsOn).size }),
  };
}
