/** What a host itself objects to in a CODEOWNERS file. */
export interface Objection {
  /** From 1. */
  line: number;
  kind: string;
  /** One sentence, without a name in it. */
  because: string;
}

/** What is known of the hosts of repositories; the wiring ties it to `integrations`. Nothing of it throws. */
export interface Hosts {
  /** Type of the integration that an address belongs to: `github`, `gitlab`; undefined where there is none. */
  typeOf(url: string): string | undefined;
  /** Whether a repository can be read at all; undefined where that cannot be asked. */
  canRead(url: string, signal: AbortSignal): Promise<boolean | undefined>;
  /** What the host objects to; undefined where it does not say. */
  findObjections(
    url: string,
    signal: AbortSignal,
  ): Promise<Objection[] | undefined>;
}
