import { parseLifecycles } from '../lifecycles/parseLifecycles';
import { parseEpss } from '../vulnerabilities/parseEpss';
import { parseKev } from '../vulnerabilities/parseKev';
import { ListName, ReferenceList } from './ReferenceList';

/** All lists that can be loaded. */
export const referenceLists: Readonly<Record<ListName, ReferenceList>> = {
  kev: {
    name: 'kev',
    title: 'CISA KEV',
    table: 'reference_exploited',
    key: 'identifier',
    value: 'added_on',
    parse: parseKev,
  },
  epss: {
    name: 'epss',
    title: 'EPSS',
    table: 'reference_scores',
    key: 'identifier',
    value: 'epss',
    parse: parseEpss,
  },
  lifecycles: {
    name: 'lifecycles',
    title: 'endoflife.date',
    table: 'reference_lifecycles',
    key: 'product',
    value: 'lifecycle',
    parse: parseLifecycles,
  },
};
