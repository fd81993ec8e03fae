/** Flags of `accountability import`, as commander gives them. */
export interface ImportFlags {
  format?: string;
  map: string[];
  mapFile?: string;
  url?: string;
  token?: string;
  sourceName: string;
  stateDir?: string;
  refusedFile?: string;
  dryRun?: boolean;
}
