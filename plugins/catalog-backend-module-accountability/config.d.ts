export interface Config {
  accountability?: {
    /** Labels on entities of the catalog. */
    catalog?: {
      /** Kinds of entities that get labels; default Component. */
      kinds?: string[];
      /** Scorecard whose level is the label; default the first one of each service. */
      scorecard?: string;
    };
  };
}
