import { isSource, Rule } from '../tree';
import { exportsOf } from './exportsOf';

const COMMON = 'plugins/accountability-common/src/';

/** Every exported name of the vocabulary package stands in DICTIONARY.md. */
export const dictionary: Rule = files => {
  const text = files.find(({ path }) => path === 'DICTIONARY.md')?.text ?? '';
  const words = new Set(
    [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code.split(/\W+/)),
  );
  return files
    .filter(file => isSource(file) && file.path.startsWith(COMMON))
    .flatMap(file =>
      exportsOf(file).map(({ name }) => ({ path: file.path, name })),
    )
    .filter(({ name }) => !words.has(name))
    .map(({ path, name }) => ({
      path,
      because: `exports ${name}, which DICTIONARY.md does not explain`,
    }));
};
