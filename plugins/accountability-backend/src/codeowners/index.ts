export { CodeownersReader } from './CodeownersReader';
export type { Hosts, Objection } from './Hosts';
export { readCodeowners, somePerson } from './readCodeowners';
