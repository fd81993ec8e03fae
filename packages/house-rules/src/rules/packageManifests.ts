import { Rule, TreeFile } from '../tree';

const MANIFEST = /^(packages|plugins)\/([^/]+)\/package\.json$/;

interface Manifest {
  name?: string;
  license?: string;
  description?: string;
  private?: boolean;
  backstage?: { role?: string; pluginId?: string };
  repository?: { directory?: string };
  files?: string[];
}

/** Commands stand beside plugins and belong to none. */
function hasPluginId({ backstage }: Manifest): boolean {
  return backstage?.role === 'cli' || !!backstage?.pluginId;
}

function troubles(folder: string, manifest: Manifest): string[] {
  const wanted: [boolean, string][] = [
    [manifest.license === 'Apache-2.0', 'lacks the licence Apache-2.0'],
    [!!manifest.description, 'lacks a description'],
    [!!manifest.backstage?.role, 'lacks its Backstage role'],
  ];
  if (!manifest.private) {
    wanted.push(
      [
        manifest.repository?.directory === folder,
        `lacks repository.directory ${folder}`,
      ],
      [hasPluginId(manifest), 'lacks its plugin id'],
      [!!manifest.files?.includes('dist'), 'does not publish dist'],
      [
        !!manifest.name?.startsWith('backstage-plugin-'),
        'has a name of its own',
      ],
    );
  }
  return wanted.filter(([good]) => !good).map(([, because]) => because);
}

function check({ path, text }: TreeFile) {
  const manifest: Manifest = JSON.parse(text);
  const folder = path.replace(/\/package\.json$/, '');
  return troubles(folder, manifest).map(because => ({ path, because }));
}

/** Packages say their licence and role; published ones also where they come from. */
export const packageManifests: Rule = files =>
  files.filter(({ path }) => MANIFEST.test(path)).flatMap(check);
