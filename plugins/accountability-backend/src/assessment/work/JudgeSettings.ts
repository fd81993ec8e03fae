import { AssessSettings } from 'backstage-plugin-accountability-engine';

/** Settings of the arithmetic, and of what it is given. */
export interface JudgeSettings extends AssessSettings {
  /** Of groups of fewer people nothing is told that people did; 5 where absent. */
  leastPeople?: number;
}
