import { purlOf } from './purlOf';

/** Hosts whose images without a folder are the official ones. */
const hubs = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

/**
 * Package urls of an image, `node:22-alpine`. Official images are known behind
 * a mirror too, by their folder `library`. Images without a distribution name
 * what is in them in their name: `nodejs22-debian12`.
 */
export function imageOf(reference: string): string[] {
  const [named, digest] = reference.split('@', 2);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const parts = (colon < 0 ? named : named.slice(0, colon)).split('/');
  const host = /[.:$]|^localhost$/.test(parts[0]) ? parts[0] : undefined;
  const path = host === undefined || parts.length < 2 ? parts : parts.slice(1);
  if (path.includes('distroless')) return insideOf(path.at(-1) ?? '');
  const isOfHub = host === undefined || hubs.includes(host);
  const [name] = path.slice(-1);
  if (name === 'scratch' || !path.every(part => /^[\w.-]+$/.test(part))) {
    return [];
  }
  const isOfficial =
    path.at(-2) === 'library' || (isOfHub && path.length === 1);
  const folder = isOfficial ? 'library' : path.slice(0, -1).join('/');
  return purlOf(
    ['pkg:docker', ...(folder === '' ? [] : [folder]), name].join('/'),
    tag ?? digest ?? 'latest',
  );
}

function insideOf(name: string): string[] {
  const [, runtime = '', version = '', debian = ''] =
    /^([a-z]+?)(\d*)(?:-[a-z-]+)?(?:-debian(\d+))?$/.exec(name) ?? [];
  const language = new Map([
    ['nodejs', 'node'],
    ['java', 'java'],
    ['python', 'python'],
  ]).get(runtime);
  return [
    ...(language === undefined
      ? []
      : purlOf(`pkg:generic/${language}`, version)),
    ...purlOf('pkg:docker/library/debian', debian),
  ];
}
