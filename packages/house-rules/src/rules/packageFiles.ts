import { Rule, TreeFile, Violation } from '../tree';

const MANIFEST = /^(packages|plugins)\/[^/]+\/package\.json$/;
const LISTING = 'catalog-info.yaml';

/** The kinds that Backstage gives its own packages in its catalog. */
const typeOf = (role: string) => `backstage-${role}`;

interface Manifest {
  name: string;
  private?: boolean;
  backstage: { role: string };
}

function entityTroubles(text: string, { name, backstage }: Manifest) {
  const wanted = [
    `name: ${name}`,
    `type: ${typeOf(backstage.role)}`,
    'owner: group:default/accountability',
    'system: accountability',
  ];
  const lines = text.split('\n').map(line => line.trim());
  return wanted.filter(line => !lines.includes(line));
}

function check(
  { path, text }: TreeFile,
  files: ReadonlyMap<string, string>,
): Violation[] {
  const manifest: Manifest = JSON.parse(text);
  const folder = path.replace(/\/package\.json$/, '');
  const readme = `${folder}/README.md`;
  const found: Violation[] = files.has(readme)
    ? []
    : [{ path, because: 'has no README.md beside it' }];
  if (manifest.private) return found;
  const entity = `${folder}/${LISTING}`;
  if (!files.get(LISTING)?.includes(`- ./${entity}\n`))
    found.push({ path: LISTING, because: `does not list ./${entity}` });
  const said = files.get(entity);
  if (said === undefined)
    return [...found, { path, because: `has no ${LISTING} beside it` }];
  return found.concat(
    entityTroubles(said, manifest).map(line => ({
      path: entity,
      because: `does not say \`${line}\``,
    })),
  );
}

/** Every package has a page of its own; published ones are in the catalog, as what they are. */
export const packageFiles: Rule = files => {
  const byPath = new Map(files.map(({ path, text }) => [path, text]));
  return files
    .filter(({ path }) => MANIFEST.test(path))
    .flatMap(file => check(file, byPath));
};
