import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

// New versions are refused for some days by many settings of Yarn, also those of a fresh app.
const PUBLISHED_BEFORE_MS = 14 * 86_400_000;

const digest = (bytes, algorithm, encoding) =>
  createHash(algorithm).update(bytes).digest(encoding);

/** What a registry says of a package with this one version. */
function describePackage({ file, manifest }, url) {
  const { name, version } = manifest;
  const bytes = fs.readFileSync(file);
  const dist = {
    tarball: `${url}/${name}/-/${path.basename(file)}`,
    integrity: `sha512-${digest(bytes, 'sha512', 'base64')}`,
    shasum: digest(bytes, 'sha1', 'hex'),
  };
  const published = new Date(Date.now() - PUBLISHED_BEFORE_MS).toISOString();
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { created: published, modified: published, [version]: published },
  };
}

/**
 * A registry on this machine that has the packed packages as if they were published, and sends
 * whoever asks for another package on to `upstream`.
 */
export async function startRegistry(packages, upstream) {
  const server = http.createServer((request, answer) => {
    const { address, port } = server.address();
    const [, name, dash] = decodeURIComponent(request.url).split('/');
    const found = packages.find(({ manifest }) => manifest.name === name);
    if (!found) {
      answer.writeHead(307, { location: `${upstream}${request.url}` }).end();
      return;
    }
    if (dash === '-') {
      answer.writeHead(200, { 'content-type': 'application/octet-stream' });
      fs.createReadStream(found.file).pipe(answer);
      return;
    }
    answer.writeHead(200, { 'content-type': 'application/json' });
    const said = describePackage(found, `http://${address}:${port}`);
    answer.end(JSON.stringify(said));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
