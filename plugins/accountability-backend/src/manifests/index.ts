export { readRuntimes } from './readRuntimes';
