/** `30 minutes`, `PT30M`, or its parts. */
type Span =
  | string
  | {
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
      milliseconds?: number;
    };

export interface Config {
  accountability?: {
    sources?: {
      pagerduty?: {
        /**
         * Secrets of PagerDuty webhook subscriptions; a delivery signed with any of them is
         * taken, so that one can be rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Name of the custom field of incidents that holds what caused them: a
         * commit, a link to one, a version, or the id of a deployment's record.
         * None where absent.
         */
        causeField?: string;
        /** Asks PagerDuty for what webhooks lost; off where absent. */
        poll?: {
          /** Default true, where the block is there. */
          enabled?: boolean;
          /**
           * Key of PagerDuty's REST API, read-only.
           * @visibility secret
           */
          token?: string;
          /** Default `https://api.pagerduty.com`; `https://api.eu.pagerduty.com` in the EU. */
          apiBaseUrl?: string;
          /** How often; default every 30 minutes. */
          every?: Span;
          /** How far before the last change each pass begins; default an hour. */
          overlap?: Span;
          /** How far back the first pass goes; default 14 days. */
          since?: Span;
          /** Share of the quota that is left to others, from 0 to below 1; default 0.5. */
          leave?: number;
          /** What is polled; default all. */
          streams?: Array<'incidents' | 'change_events'>;
        };
      };
    };
  };
}
