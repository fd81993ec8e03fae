export { alertmanagerDeliveries as exampleDeliveries } from './alertmanagerDeliveries';
export { grafanaDeliveries as grafanaExampleDeliveries } from './grafanaDeliveries';
