/** A package that is built into a service. */
export interface Component {
  /** Package url in its one spelling, with its version: `pkg:npm/%40acme/pay@1.2.0`. */
  purl: string;
  /** The same without version, qualifiers and subpath. */
  package: string;
  version?: string;
  /** Whether the service itself asks for it, not only something that it depends on. */
  direct: boolean;
}

/** A bill of materials, as CI uploaded it about one commit. */
export interface Bill {
  /** Record id of the report. */
  report: string;
  /** The repository that it is of, as its source calls it; absent where there is one alone. */
  subject?: string;
  /** When it was uploaded first, epoch milliseconds. */
  at: number;
  sha?: string;
  defaultBranch?: boolean;
  /** Whether the bill says what is asked for directly; without, no component is `direct`. */
  tellsDirect: boolean;
  components: readonly Component[];
}
