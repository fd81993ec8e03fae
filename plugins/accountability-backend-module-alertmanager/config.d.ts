export interface Config {
  accountability?: {
    sources?: {
      alertmanager?: {
        /**
         * Bearer tokens or basic-auth passwords of Alertmanager's webhook receivers; any of
         * them is taken, so that one can be rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Names of the labels that say which service an alert is about; the first one that an
         * alert has decides. Where absent: service, service_name, app, app_kubernetes_io_name, job.
         */
        subjectLabels?: string[];
      };
      grafana?: {
        /**
         * Secrets of Grafana's webhook contact points (HMAC secrets, tokens or basic-auth
         * passwords); any of them is taken, so that one can be rotated without losing deliveries.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Names of the labels that say which service an alert is about; the first one that an
         * alert has decides. Where absent: service, service_name, app, app_kubernetes_io_name, job.
         */
        subjectLabels?: string[];
      };
    };
  };
}
