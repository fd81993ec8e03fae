import { Config } from '@backstage/config';
import { objectOf } from './mapping/objectOf';
import { MappedSource, createMappedSource } from './createMappedSource';

const KEY = 'accountability.mappings';

/** The sources of `accountability.mappings`, each on its own: one that cannot be read harms no other. */
export function readMappings(config: Config): MappedSource[] {
  const given: unknown = config.getOptional(KEY);
  if (given === undefined) return [];
  const mappings = objectOf(given);
  if (!mappings) {
    const because = `${KEY} has to be an object: the id of a source, and its mapping`;
    return [{ ok: false, because }];
  }
  return Object.entries(mappings).map(([id, mapping]) => {
    const made = createMappedSource(id, mapping);
    return made.ok
      ? made
      : { ok: false, because: `The source ${id} is off: ${made.because}` };
  });
}
