import { AssessSettings } from './assessTypes';
import { profiles } from './attribution';

/** Settings as documented. */
export const defaultSettings: AssessSettings = {
  attribution: profiles.default,
  hotfixTitle: /\bhot[ -]?fix|\bincident\b/i,
};
