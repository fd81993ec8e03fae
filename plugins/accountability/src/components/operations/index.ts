export { UnownedPage } from './UnownedPage';
export { SourcesPage } from './SourcesPage';
