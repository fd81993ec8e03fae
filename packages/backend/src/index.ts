import './instrumentation';
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('backstage-plugin-accountability-backend'));
backend.add(
  import('backstage-plugin-accountability-backend-module-alertmanager'),
);
backend.add(import('backstage-plugin-accountability-backend-module-argocd'));
backend.add(import('backstage-plugin-accountability-backend-module-cdevents'));
backend.add(import('backstage-plugin-accountability-backend-module-github'));
backend.add(import('backstage-plugin-accountability-backend-module-gitlab'));
backend.add(import('backstage-plugin-accountability-backend-module-mapping'));
backend.add(import('backstage-plugin-accountability-backend-module-pagerduty'));
backend.add(import('backstage-plugin-accountability-backend-module-uploads'));
backend.add(import('backstage-plugin-catalog-backend-module-accountability'));
backend.add(import('backstage-plugin-search-backend-module-accountability'));

backend.start();
