import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { PolicyFile } from 'backstage-plugin-accountability-engine';

/** Files of policy, and paths that cannot be read. */
export interface PolicyFiles {
  files: PolicyFile[];
  /** One sentence each. */
  because: string[];
}

/** Files of a folder that say of themselves that they are policy, or that look like it. */
const ours =
  /^(apiVersion:\s*["']?accountability\.io\/|kind:\s*["']?(Scorecard|Gate|PolicyTest)\b)/m;
const yaml = /\.ya?ml$/;

/** Reads files, whatever they hold, and the policy in folders and those below; by path, each once. */
export async function readPolicyFiles(
  paths: readonly string[],
): Promise<PolicyFiles> {
  const found = new Map<string, PolicyFile>();
  const because: string[] = [];
  for (const path of paths) {
    try {
      for (const file of await readPath(path)) {
        found.set(resolve(file.name), file);
      }
    } catch (error) {
      because.push(`${path} cannot be read: ${codeOf(error)}`);
    }
  }
  const files = [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, file]) => file);
  if (files.length === 0 && because.length === 0) {
    because.push(
      `${paths.join(
        ', ',
      )}: there is no policy here; a folder is looked through for files that end in .yaml or .yml and begin with apiVersion: accountability.io/v1alpha1`,
    );
  }
  return { files, because };
}

async function readPath(path: string): Promise<PolicyFile[]> {
  if (!(await stat(path)).isDirectory()) return [await readOne(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile() && yaml.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .filter(name => !isHidden(relative(path, name)))
      .map(readOne),
  );
  return files.filter(({ text }) => ours.test(text));
}

/** Dependencies, and what a dot hides, such as workflows of CI. */
function isHidden(path: string): boolean {
  return path
    .split(/[\\/]/)
    .some(part => part.startsWith('.') || part === 'node_modules');
}

async function readOne(path: string): Promise<PolicyFile> {
  return { name: shownPath(path), text: await readFile(path, 'utf8') };
}

/** Relative to the current folder, as CI wants it, where it is below. */
function shownPath(path: string): string {
  const below = relative('.', path);
  return below.startsWith('..') ? resolve(path) : below;
}

function codeOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), 'code');
  return code === 'ENOENT' ? 'there is no such file' : String(code ?? error);
}
