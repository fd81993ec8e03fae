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
      };
    };
  };
}
