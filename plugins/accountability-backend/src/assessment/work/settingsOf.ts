import { AssessSettings } from 'backstage-plugin-accountability-engine';
import { ServiceFile } from '../../ownership';

/** The settings for one service: its own window, where it has one, in place of that of all. */
export function settingsOf(
  { attributionWindowMs }: Pick<ServiceFile, 'attributionWindowMs'>,
  settings: AssessSettings,
): AssessSettings {
  const { attribution } = settings;
  if (attributionWindowMs === undefined) return settings;
  if (attributionWindowMs === attribution.windowMs) return settings;
  const { name } = attribution;
  return {
    ...settings,
    attribution: {
      ...attribution,
      windowMs: attributionWindowMs,
      // A profile that is known by its name behaves as that other system does, or says so.
      name:
        name === 'default' || name.endsWith(', changed')
          ? name
          : `${name}, changed`,
    },
  };
}
