export interface Config {
  accountability?: {
    sources?: {
      cdevents?: {
        /**
         * Bearer tokens of senders of CDEvents; a delivery with any of them is taken, so that
         * one can be rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Names of environments by their ids in CDEvents, for ids that are no such name:
         * `cluster-eu-1: production`. Upper and lower case are the same.
         */
        environments?: { [id: string]: string };
      };
    };
  };
}
