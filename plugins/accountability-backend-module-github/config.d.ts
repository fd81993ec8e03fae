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
      github?: {
        /**
         * Secrets of GitHub webhooks; a delivery signed with any of them is
         * taken, so that one can be rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Asks GitHub for what webhooks lost, with the credentials of
         * `integrations.github`; off where absent.
         */
        poll?: {
          /** Default true, where the block is there. */
          enabled?: boolean;
          /** Which of `integrations.github` is asked; default `github.com`. */
          host?: string;
          /** How often at most; default every 30 minutes. */
          every?: Span;
          /** How far before the last change each pass begins; default an hour. */
          overlap?: Span;
          /** How far back the first pass goes; default 14 days. */
          since?: Span;
          /** Share of the quota that is left to others, from 0 to below 1; default 0.5. */
          leave?: number;
          /**
           * What is polled; default all but `workflow_jobs`. Each takes a
           * permission to read of its own: `pull_requests` those for pull
           * requests and contents, `rule_suites` that for administration. One
           * that is missing is named, and stops no other stream.
           */
          streams?: Array<
            | 'deployments'
            | 'pull_requests'
            | 'releases'
            | 'workflow_runs'
            | 'workflow_jobs'
            | 'rule_suites'
            | 'dependabot_alerts'
            | 'code_scanning_alerts'
            | 'secret_scanning_alerts'
          >;
        };
      };
    };
  };
}
