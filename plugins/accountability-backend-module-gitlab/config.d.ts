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
      gitlab?: {
        /**
         * Signing tokens (`whsec_…`) and secret tokens of GitLab webhooks; a
         * delivery that comes with any of them is taken, so that one can be
         * rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Asks GitLab for what webhooks lost, with the token of
         * `integrations.gitlab` (scope `read_api`); off where absent. Of merge
         * requests it reads commits, files, approvals and who remarked when,
         * and keeps no name but those of contributors, as keys.
         */
        poll?: {
          /** Default true, where the block is there. */
          enabled?: boolean;
          /** Which of `integrations.gitlab` is asked; default `gitlab.com`. */
          host?: string;
          /** How often at most; default every 30 minutes. */
          every?: Span;
          /** How far before the last change each pass begins; default an hour. */
          overlap?: Span;
          /** How far back the first pass goes; default 14 days. */
          since?: Span;
          /** Share of the quota that is left to others, from 0 to below 1; default 0.5. */
          leave?: number;
          /** What is polled; default all but `jobs`. */
          streams?: Array<
            'deployments' | 'merge_requests' | 'pipelines' | 'releases' | 'jobs'
          >;
        };
      };
    };
  };
}
