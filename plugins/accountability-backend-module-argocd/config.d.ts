export interface Config {
  accountability?: {
    sources?: {
      argocd?: {
        /**
         * Bearer tokens of Argo CD's notifications; any of them is taken, so that one can be
         * rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Which environment an application deploys to, where the application itself does not
         * say so. The first rule that fits decides; where none does, the environment is unknown.
         */
        environments?: Array<{
          /** Name of the environment: `production`. */
          environment: string;
          /** Name of the application; `*` stands for anything, here and below. */
          application?: string;
          /** Project of Argo CD that the application is in. */
          project?: string;
          /** Name or address of the cluster it deploys to. */
          cluster?: string;
          /** Namespace it deploys to. */
          namespace?: string;
        }>;
      };
    };
  };
}
