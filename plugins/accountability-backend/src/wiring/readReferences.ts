import { Config } from '@backstage/config';
import { ReferenceId } from 'backstage-plugin-accountability-common';
import { readListSettings } from '../reference';

/** What is looked up outside by configuration: lists and releases where somebody is named, files of repositories unless that is switched off. */
export function readReferences(config: Config): ReferenceId[] {
  const isOn = (key: string) =>
    config.getOptionalBoolean(`accountability.${key}.enabled`) ?? true;
  const sources = config.getOptionalConfigArray(
    'accountability.packages.sources',
  );
  const switched: [ReferenceId, boolean][] = [
    ['packages', sources !== undefined && sources.length > 0],
    ['codeowners', isOn('codeowners')],
    ['runtimes', isOn('runtimes')],
  ];
  return [
    ...readListSettings(config).map(({ name }) => name),
    ...switched.flatMap(([id, on]) => (on ? [id] : [])),
  ];
}
