import { Collected } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createUploadSources } from '../createUploadSources';
import { uploadHeaders, UploadParameters } from '../testUtils';

const sources = new Map(
  createUploadSources().map(source => [source.id, source]),
);

/** What a source makes of a body that was uploaded for the default branch, unless said otherwise. */
export function collectUpload(
  id: string,
  body: unknown,
  parameters?: UploadParameters,
): Collected {
  const source = sources.get(id);
  if (!source) throw new Error(`There is no source ${id}`);
  // A history is of many commits, and takes none for its parameter.
  const usual = id === 'git-log' ? { sha: undefined } : {};
  const headers = uploadHeaders({ ...usual, ...parameters });
  return source.collect(incoming({ headers, body }));
}
