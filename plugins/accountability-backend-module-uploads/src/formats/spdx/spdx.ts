import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { Read } from '../../bodies/Read';
import { readJson } from '../../bodies/readJson';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { Bill } from './Bill';
import { componentsOf } from './componentsOf';
import { fromDocument } from './fromDocument';
import { fromGraph } from './fromGraph';
import { spdxDocument } from './spdxDocument';
import { SpdxElement, spdxGraph } from './spdxGraph';

const wrapped = z.object({ sbom: z.unknown() });

/** GitHub's API wraps the document that it exports. */
const document = z.preprocess(value => {
  const read = wrapped.safeParse(value);
  return read.success && read.data.sbom ? read.data.sbom : value;
}, spdxDocument);

/** SPDX 2.2, 2.3 and 3.0 in JSON: bills of materials. */
export const spdx: UploadFormat = {
  id: 'spdx',
  read: ({ text }): Reading => {
    const read = readBill(text);
    if (!read.ok) return refuse(read);
    const { tool, created, ...bill } = read.value;
    return {
      reports: [
        {
          tool: tool ?? 'SPDX',
          madeAt: readInstant(created),
          ...componentsOf(bill),
          closes: true,
        },
      ],
    };
  },
};

function readBill(text: string): Read<Bill> {
  if (!text.trimStart().startsWith('{')) {
    return {
      ok: false,
      because: 'SPDX is read in JSON alone, not as tags, XML or YAML',
    };
  }
  if (text.includes('"@graph"')) {
    const graph = readJson(text, spdxGraph, 'SPDX 3');
    return graph.ok ? readGraph(graph.value['@graph']) : graph;
  }
  const read = readJson(text, document, 'SPDX');
  if (!read.ok) return read;
  const { spdxVersion } = read.value;
  return /^SPDX-2\.[23]$/.test(spdxVersion)
    ? { ok: true, value: fromDocument(read.value) }
    : unknownVersion(spdxVersion);
}

function readGraph(graph: readonly SpdxElement[]): Read<Bill> {
  const version =
    graph.find(({ specVersion }) => specVersion)?.specVersion ?? '';
  return /^3\.0(\.\d+)?$/.test(version)
    ? { ok: true, value: fromGraph(graph) }
    : unknownVersion(version);
}

function unknownVersion(version: string): { ok: false; because: string } {
  return {
    ok: false,
    because: `SPDX "${version.slice(0, 20)}" is not read; write 2.3 or 3.0`,
  };
}
