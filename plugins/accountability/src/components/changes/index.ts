export { ChangesLink } from './ChangesLink';
export { ChangesPage } from './ChangesPage';
