/** GitHub's names of ecosystems, as types of package URLs. */
const types = new Map([
  ['actions', 'githubactions'],
  ['composer', 'composer'],
  ['erlang', 'hex'],
  ['go', 'golang'],
  ['maven', 'maven'],
  ['npm', 'npm'],
  ['nuget', 'nuget'],
  ['pip', 'pypi'],
  ['pub', 'pub'],
  ['rubygems', 'gem'],
  ['rust', 'cargo'],
  ['swift', 'swift'],
]);

const LONGEST = 500;

/** The package URL of a dependency, without a version, since GitHub names none. Undefined in an ecosystem that has no type. */
export function purlOf(given: {
  ecosystem: string;
  name: string;
}): string | undefined {
  const type = types.get(given.ecosystem.toLowerCase());
  if (!type || given.name === '') return undefined;
  const path = nameIn(type, given.name).split('/').map(encode).join('/');
  const purl = `pkg:${type}/${path}`;
  return purl.length > LONGEST ? undefined : purl;
}

/** Names as the type wants them: Maven's group stands apart, Python's compare without case and `_`. */
function nameIn(type: string, name: string): string {
  if (type === 'maven') return name.replace(':', '/');
  if (type === 'pypi') return name.toLowerCase().replaceAll('_', '-');
  return ['githubactions', 'composer', 'golang', 'hex'].includes(type)
    ? name.toLowerCase()
    : name;
}

/** Package URLs keep colons as they are. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll('%3A', ':');
}
