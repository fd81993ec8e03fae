export { MetricButton } from './MetricButton';
