/** What differs between two maps of text, a sentence each; empty where nothing does. */
export function differencesOf(before, after) {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .filter(name => before.get(name) !== after.get(name))
    .map(name => {
      const [was, is] = [before.get(name), after.get(name)];
      if (is === undefined) return `${name} is gone (${was})`;
      if (was === undefined) return `${name} is more than before (${is})`;
      return `${name} was ${was}, is ${is}`;
    });
}
