export { FakeAccountabilityApi } from './FakeAccountabilityApi';
export { renderPage } from './renderPage';
export { responseError } from './responseError';
