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
      };
    };
  };
}
