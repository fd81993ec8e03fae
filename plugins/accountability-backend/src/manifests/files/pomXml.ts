import { javaOf } from './javaOf';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** Properties that say for which Java is compiled, the strongest first. */
const names = [
  'maven.compiler.release',
  'maven.compiler.target',
  'java.version',
];

/** `pom.xml`: the Java that is compiled for, which is the least that will do. */
export const pomXml: Manifest = {
  path: 'pom.xml',
  read: text => {
    const properties = new Map(
      [
        ...visible(text).matchAll(
          /<([\w.-]{1,100})>\s*([\w.${}-]{1,100})\s*<\//g,
        ),
      ]
        .reverse()
        .map(([, name, value]) => [name, value]),
    );
    const asked = names.flatMap(name => properties.get(name) ?? [])[0];
    const of = /^\$\{([\w.-]+)\}$/.exec(asked ?? '')?.[1];
    const least = of === undefined ? asked : properties.get(of);
    return /^\d/.test(least ?? '')
      ? purlOf('pkg:generic/java', `>=${javaOf(least ?? '')}`)
      : [];
  },
};

/** Without comments. */
function visible(text: string): string {
  const [first, ...rest] = text.split('<!--');
  const after = rest.map(part => {
    const end = part.indexOf('-->');
    return end < 0 ? '' : part.slice(end + 3);
  });
  return [first, ...after].join('');
}
