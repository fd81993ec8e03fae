export { Page } from './Page';
export { PageHead } from './PageHead';
export { Tags } from './Tags';
