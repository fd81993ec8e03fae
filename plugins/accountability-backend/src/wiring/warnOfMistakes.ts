import { Config } from '@backstage/config';
import { Contributions } from './Contributions';

/** What was left out, and names in the configuration that no source goes by, each with what to do. */
export function warnOfMistakes(given: {
  config: Config;
  contributions: Pick<Contributions, 'sources' | 'troubles'>;
}): string[] {
  const { config, contributions } = given;
  const on = contributions.sources.map(({ id }) => id).sort();
  const blocks = config.getOptionalConfig('accountability.sources')?.keys();
  const key = 'accountability.events.sources';
  const listened = config.getOptionalStringArray(key) ?? [];
  const unknown = (names: readonly string[] = []) =>
    names.filter(name => !on.includes(name));
  const known = `on are: ${on.join(', ') || 'none'}`;
  return [
    ...contributions.troubles,
    ...unknown(blocks).map(
      name =>
        `accountability.sources.${name} is set and no source of that name is on; ${known}. Check the name, that its module is added, and what the log says of it`,
    ),
    ...unknown(listened).map(
      name => `${key} names ${name}, and no such source is on; ${known}`,
    ),
  ];
}
