/** Flags of `accountability gate`, as commander gives them. */
export interface GateFlags {
  service?: string;
  point: string;
  environment?: string;
  commit?: string;
  artifact?: string;
  label: string[];
  idempotencyKey?: string;
  dryRun?: boolean;
  breakGlass?: string;
  url?: string;
  token?: string;
  portalUrl?: string;
  format: string;
  output?: string;
  catalogFile: string;
  failOn: string;
  onUnreachable: string;
  /** Seconds that one attempt may take. */
  timeout: string;
  /** Attempts after the first. */
  retries: string;
}
