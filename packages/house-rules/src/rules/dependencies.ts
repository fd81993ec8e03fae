import { isSource, packageOf, Rule, TreeFile, Violation } from '../tree';
import { packagesImported } from './packagesImported';

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const MANIFEST = /^(packages|plugins)\/[^/]+\/package\.json$/;
const CODE = /^(packages|plugins)\/[^/]+\/(src|dev|bin)\/.*\.[cm]?[jt]sx?$/;
/**
 * What others ask for and not our code: the compiler, the database client, packages whose peers
 * they are; and what declarations name that the compiler infers.
 */
const UNSEEN =
  /^(@types\/.*|@backstage\/(cli|backend-test-utils|backend-plugin-api|filter-predicates)|@bufbuild\/protobuf|@testing-library\/dom|better-sqlite3|pg|react-dom)$/;

/** A helper for tests that a package exports is as much its code as the rest. */
const ships = (file: TreeFile) =>
  isSource(file) && !/\/src\/setupTests\./.test(file.path);

function missing(file: TreeFile, manifest: Manifest): Violation[] {
  const { dependencies, devDependencies, peerDependencies } = manifest;
  const listed = {
    ...dependencies,
    ...peerDependencies,
    ...(ships(file) && !manifest.private ? {} : devDependencies),
  };
  return [...packagesImported(file)]
    .filter(([name]) => name !== manifest.name && !listed[name])
    .map(([name, line]) => ({
      path: file.path,
      line,
      because: `imports ${name}, which its package.json does not list${
        ships(file) ? ' as a dependency' : ''
      }`,
    }));
}

function unused(path: string, manifest: Manifest, files: TreeFile[]) {
  const by = (some: TreeFile[]) =>
    new Set(some.flatMap(file => [...packagesImported(file).keys()]));
  const shipped = by(files.filter(ships));
  const all = by(files);
  const of = (listed: Record<string, string> = {}, used: ReadonlySet<string>) =>
    Object.keys(listed).filter(name => !used.has(name) && !UNSEEN.test(name));
  // The demo's own packages bring what Backstage finds by itself in their lists.
  if (manifest.private) return [];
  return [
    ...of(manifest.dependencies, shipped),
    ...of(manifest.devDependencies, all),
  ].map(name => ({ path, because: `lists ${name}, which it does not import` }));
}

function checkPackage({ path, text }: TreeFile, files: TreeFile[]) {
  const manifest: Manifest = JSON.parse(text);
  const code = files.filter(
    file => CODE.test(file.path) && path.startsWith(`${packageOf(file)}/`),
  );
  return [
    ...code.flatMap(file => missing(file, manifest)),
    ...unused(path, manifest, code),
  ];
}

/** A package lists the packages that its code imports and no other; those of its tests alone apart. */
export const dependencies: Rule = files =>
  files
    .filter(({ path }) => MANIFEST.test(path))
    .flatMap(manifest => checkPackage(manifest, files));
