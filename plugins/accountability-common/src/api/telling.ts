/**
 * Topic of Backstage's events service that says of which services a level or a
 * check turned. Events come at most once: a hint to ask `GET /standings` again.
 */
export const standingTopic = 'accountability.standing';

/** Payload of an event of `standingTopic`. */
export interface StandingEvent {
  /** At most `mostTold`. */
  entityRefs: string[];
}

/** Services that one event names at most; more are told in several. */
export const mostTold = 500;

/** Channel of Backstage's signals by which open pages learn that there is something new to read. */
export const turnedChannel = 'accountability';

/** A signal of `turnedChannel`; without refs it may be about any service. */
export type TurnedSignal = { entityRefs?: string[]; many?: boolean };

/** Label of an entity in the catalog: the level it has reached, or `none`. */
export const levelLabel = 'accountability.io/level';

/** Label of an entity in the catalog: the state of the worst of its burdens. */
export const stateLabel = 'accountability.io/state';
