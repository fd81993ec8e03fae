/** Flags of `accountability replay`, as commander gives them. */
export interface ReplayFlags {
  source?: string;
  from?: string;
  to?: string;
  /** False with `--no-wait`. */
  wait: boolean;
  list?: boolean;
  cancel?: string;
  url?: string;
  token?: string;
}
