import {
  Burden,
  burdens,
  OrganisationFilter,
  OrganisationServicesOptions,
} from 'backstage-plugin-accountability-common';

/** Which services stand behind a cell or a debt. */
export interface Behind {
  /** `all` of what the page is narrowed to, a group with all below it, a group itself, or what nobody answers for. */
  of: 'all' | 'tree' | 'own' | 'unowned';
  /** Of `tree` and `own`; without it `own` is what people answer for and no group. */
  groupRef?: string;
  /** Absent for all five. */
  burden?: Burden;
  /** `scorecard/check` */
  check?: string;
}

const ANY = 'any';
const OWN = 'own/';

/** What is open as the address keeps it: `cell=<group ref>/<burden>`, with `own/` before a group itself, and `all` or `unowned` in the place of one. */
export function writeBehind(behind: Behind): { cell: string; check?: string } {
  const { of, groupRef = '', burden = ANY, check } = behind;
  const whose = { all: of, unowned: of, tree: groupRef, own: OWN + groupRef };
  return { cell: `${whose[of]}/${burden}`, check };
}

/** Reads it back; undefined where the address names nothing. */
export function readBehind(address: URLSearchParams): Behind | undefined {
  const cell = address.get('cell') ?? '';
  const check = address.get('check') ?? undefined;
  const end = cell.lastIndexOf('/');
  const whose = cell.slice(0, end);
  const word = cell.slice(end + 1);
  const burden = burdens.find(each => each === word);
  if (end <= 0 || (!burden && word !== ANY)) return undefined;
  if (whose === 'all' || whose === 'unowned') {
    return { of: whose, burden, check };
  }
  if (!whose.startsWith(OWN)) {
    return { of: 'tree', groupRef: whose, burden, check };
  }
  const groupRef = whose.slice(OWN.length) || undefined;
  return { of: 'own', groupRef, burden, check };
}

/** What to ask for, to have these services of what the page is narrowed to. */
export function optionsBehind(
  filter: OrganisationFilter,
  behind: Behind,
): OrganisationServicesOptions {
  const { of, groupRef, burden, check } = behind;
  return {
    ...filter,
    ...(groupRef && { group: groupRef }),
    ...(of === 'own' && { own: true }),
    ...(of === 'unowned' && { unowned: true }),
    ...(check ? { check } : burden && { burden }),
  };
}
