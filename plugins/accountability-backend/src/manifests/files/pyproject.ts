import { fixedPart } from './fixedPart';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** Keys of the tables in which the Python is asked for. */
const keys = new Map([
  ['project', 'requires-python'],
  ['tool.poetry.dependencies', 'python'],
]);

/** `pyproject.toml`: the Pythons that the project, or Poetry, allows. */
export const pyproject: Manifest = {
  path: 'pyproject.toml',
  read: text => {
    let key: string | undefined;
    for (const line of text.split('\n')) {
      const table = /^\s*\[([\w.-]{1,100})\]/.exec(line)?.[1];
      if (table !== undefined) key = keys.get(table);
      const [, name, range] =
        /^\s*([\w-]{1,30})\s*=\s*["']([^"']{1,100})["']/.exec(line) ?? [];
      if (key !== undefined && name === key) {
        return purlOf('pkg:generic/python', fixedPart(range));
      }
    }
    return [];
  },
};
