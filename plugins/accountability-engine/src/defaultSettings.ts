import { AssessSettings } from './assessTypes';
import { DAY } from './time';

/** Settings as documented: W of the temporal rung is 24 hours. */
export const defaultSettings: AssessSettings = { attributionWindowMs: DAY };
