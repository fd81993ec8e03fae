import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createAlertmanagerSource } from './createAlertmanagerSource';
import { createGrafanaSource } from './createGrafanaSource';

/** Adds Alertmanager and Grafana alerting as sources. One without a secret stays off and the plugin starts all the same. */
export const accountabilityModuleAlertmanager = createSourceModule({
  moduleId: 'alertmanager',
  sources: {
    alertmanager: createAlertmanagerSource,
    grafana: createGrafanaSource,
  },
});
