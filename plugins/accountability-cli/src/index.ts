export { main } from './main';
export { runCli } from './runCli';
