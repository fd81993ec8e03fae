import { instant, ReplayRequest } from 'backstage-plugin-accountability-common';
import { ReplayFlags } from './ReplayFlags';

/** What `accountability replay` is to do, or everything that stands against it. */
export type ReplayPlan =
  | { ok: true; what: 'list' }
  | { ok: true; what: 'cancel'; id: string }
  | { ok: true; what: 'start'; request: ReplayRequest; wait: boolean }
  | { ok: false; because: string[] };

/** Reads the flags: exactly one of `--source`, `--cancel` and `--list`. */
export function planReplay(flags: ReplayFlags): ReplayPlan {
  const { source, cancel, list, from, to, wait } = flags;
  if ([source, cancel, list].filter(Boolean).length !== 1) {
    return no('one of --source, --list and --cancel is needed');
  }
  if (list) return { ok: true, what: 'list' };
  if (cancel) return { ok: true, what: 'cancel', id: cancel };
  const because = [...troubleOf('--from', from), ...troubleOf('--to', to)];
  if (!source || because.length > 0) return { ok: false, because };
  if (from && to && Date.parse(from) >= Date.parse(to)) {
    return no('--from must lie before --to');
  }
  return { ok: true, what: 'start', request: { source, from, to }, wait };
}

function troubleOf(flag: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const read = instant.safeParse(text);
  return read.success
    ? []
    : [`${flag} ${text}: ${read.error.issues[0].message}`];
}

function no(because: string): { ok: false; because: string[] } {
  return { ok: false, because: [because] };
}
