/** What a CDEvent of an example says. */
export interface GivenCdEvent {
  /** Subject, predicate and version: `service.deployed.0.3.0`. */
  type: string;
  /** Hours and minutes of 23 November 2026, UTC. */
  at: string;
  subject?: string;
  /** `/ci` where absent. */
  source?: string;
  content?: object;
  specversion?: string;
}

/** A CDEvent of an example, without an envelope. Its id is made of its type and time. */
export function cdEventOf(given: GivenCdEvent) {
  const { type, at, source = '/ci', specversion = '0.6.0-draft' } = given;
  return {
    context: {
      specversion,
      id: `${type}@${at}`,
      source,
      type: `dev.cdevents.${type}`,
      timestamp: `2026-11-23T${at}:00.123456Z`,
    },
    subject: { id: given.subject ?? 'payments', content: given.content ?? {} },
  };
}
