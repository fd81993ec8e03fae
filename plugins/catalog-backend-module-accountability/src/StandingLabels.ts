import {
  ServiceStanding,
  levelLabel,
  stateLabel,
} from 'backstage-plugin-accountability-common';

/** The labels that this module puts on an entity; an absent one is taken off. */
export type StandingLabels = {
  [levelLabel]?: string;
  [stateLabel]?: string;
};

/** Of a service that was never assessed, and of what is no service. */
export const noLabels: StandingLabels = {};

/** What the catalog allows as the value of a label. */
const LONGEST = 63;
const NOT_IN_LABELS = /[^A-Za-z0-9._-]+/g;
const NOT_AT_THE_ENDS = /^[._-]+|[._-]+$/g;

/**
 * The labels of a service: its level on the scorecard named, or on its first
 * one where none is, and the state of its worst burden. A level that the
 * scorecard has no word for, since not even the first is reached, is `none`.
 */
export function labelsOf(
  { levels, state }: ServiceStanding,
  scorecard?: string,
): StandingLabels {
  const level =
    scorecard === undefined
      ? levels[0]
      : levels.find(one => one.scorecard === scorecard);
  const value = level && (toLabelValue(level.level ?? '') || 'none');
  return { ...(value && { [levelLabel]: value }), [stateLabel]: state };
}

/** Whether two services are labelled the same. */
export function sameLabels(a: StandingLabels, b: StandingLabels): boolean {
  return a[levelLabel] === b[levelLabel] && a[stateLabel] === b[stateLabel];
}

function toLabelValue(text: string): string {
  return text
    .replace(NOT_IN_LABELS, '-')
    .replace(NOT_AT_THE_ENDS, '')
    .slice(0, LONGEST)
    .replace(NOT_AT_THE_ENDS, '');
}
