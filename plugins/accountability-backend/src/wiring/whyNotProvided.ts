import { burdens } from 'backstage-plugin-accountability-common';

const pattern = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;

/** Of the five burdens are facts measured here; the others mean something else in a rule. */
const taken: readonly string[] = [
  ...burdens,
  'service',
  'params',
  'variables',
  'request',
  'now',
];

/** Words of CEL that no name may be, as its definition lists them. */
const reserved = [
  ...['false', 'in', 'null', 'true', 'as', 'break', 'const', 'continue'],
  ...['else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package'],
  ...['namespace', 'return', 'var', 'void', 'while'],
];

/** Why no policy could read a provided fact by this id, as a sentence without its end; undefined where it can. */
export function whyNotProvided(id: string): string | undefined {
  if (!pattern.test(id)) {
    return `The provided fact "${id}" must be named <namespace>.<name> in lower case, digits and _`;
  }
  const [namespace, name] = id.split('.');
  if (taken.includes(namespace)) {
    return `The provided fact "${id}" must be of a namespace of its own: ${namespace} is taken`;
  }
  const word = [namespace, name].find(part => reserved.includes(part));
  return word && `The provided fact "${id}" names ${word}, a word of CEL`;
}
