export { FakePolicyApi } from './FakePolicyApi';
export { FakeSignalApi } from './FakeSignalApi';
export { FakeAccountabilityApi } from './FakeAccountabilityApi';
export { renderPage } from './renderPage';
export { responseError } from './responseError';
