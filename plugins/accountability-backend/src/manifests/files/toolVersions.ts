import { javaOf } from './javaOf';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** Package urls by the names of plugins. */
const tools = new Map([
  ['nodejs', 'pkg:generic/node'],
  ['node', 'pkg:generic/node'],
  ['python', 'pkg:generic/python'],
  ['java', 'pkg:generic/java'],
  ['golang', 'pkg:generic/go'],
  ['go', 'pkg:generic/go'],
  ['ruby', 'pkg:generic/ruby'],
  ['php', 'pkg:generic/php'],
  ['dotnet', 'pkg:generic/dotnet'],
  ['dotnet-core', 'pkg:generic/dotnet'],
  ['postgres', 'pkg:generic/postgresql'],
  ['mysql', 'pkg:generic/mysql'],
]);

/** `.tool-versions` of asdf and mise: a tool a line, whose first version is the one that is used. */
export const toolVersions: Manifest = {
  path: '.tool-versions',
  read: text =>
    text.split('\n').flatMap(line => {
      const [tool, version = ''] = line.replace(/#.*/, '').trim().split(/\s+/);
      const named = tools.get(tool);
      if (named === undefined) return [];
      return purlOf(
        named,
        named === 'pkg:generic/java' ? javaOf(version) : version,
      );
    }),
};
