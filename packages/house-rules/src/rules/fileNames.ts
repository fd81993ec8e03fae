import { isSource, Rule, TreeFile } from '../tree';
import { exportsOf } from './exportsOf';

/**
 * Entry points and lists have the name their kind has everywhere. The vocabulary package and
 * message catalogues are lists throughout.
 */
const KNOWN =
  /\/(index|types|tables|main|routes|module|plugin|service)\.tsx?$|\.generated\.ts$/;
const LISTS = /^plugins\/accountability-common\/src\/|\/text\/messages\//;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The last words of a name name it too: `worker.ts` may export `assessmentWorker`. */
function isNamedAfter(file: TreeFile, name: string): boolean {
  const base = file.path.split('/').pop() ?? '';
  return plain(name).endsWith(plain(base.replace(/\.tsx?$/, '')));
}

/**
 * A file with one exported value is named after it. One with several has no main export: it
 * is a family, and its name is the family's.
 */
export const fileNames: Rule = files =>
  files
    .filter(isSource)
    .filter(({ path }) => !KNOWN.test(path) && !LISTS.test(path))
    .map(file => ({ file, names: exportsOf(file) }))
    .filter(({ names }) => names.filter(each => each.isValue).length === 1)
    .filter(({ file, names }) =>
      names.every(({ name }) => !isNamedAfter(file, name)),
    )
    .map(({ file, names }) => ({
      path: file.path,
      because: `is not named after ${
        names.find(each => each.isValue)?.name
      }, the one thing it exports`,
    }));
