export { StartPage } from './StartPage';
export { StartPanel } from './StartPanel';
