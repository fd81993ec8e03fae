export type { Bill, Component } from './Bill';
export { componentOf } from './componentOf';
export type { DeclaredRuntime } from './DeclaredRuntime';
export type { Cycle, Lifecycle } from './Lifecycle';
export type { PackageHistory } from './PackageHistory';
export { nothingSupplied } from './Supply';
export type { Supply } from './Supply';
export type { VulnerabilityLists } from './VulnerabilityLists';
