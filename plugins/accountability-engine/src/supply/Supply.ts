import { Bill } from './Bill';
import { DeclaredRuntime } from './DeclaredRuntime';
import { Lifecycle } from './Lifecycle';
import { PackageHistory } from './PackageHistory';
import { VulnerabilityLists } from './VulnerabilityLists';

/** What a service is built from, and what the world knows of that. */
export interface Supply {
  /** Newest first. */
  bills: readonly Bill[];
  /** By package url without version; packages that nobody was asked about are absent. */
  releases: ReadonlyMap<string, PackageHistory>;
  /** Undefined where no file was looked for. */
  runtimes?: readonly DeclaredRuntime[];
  /** Loaded ones; undefined where none were, and our own table holds. */
  lifecycles?: readonly Lifecycle[];
  vulnerabilities: VulnerabilityLists;
}

/** Where nobody said anything of it. */
export const nothingSupplied: Supply = {
  bills: [],
  releases: new Map(),
  vulnerabilities: {},
};
