/** A version of a package, and when it came out. */
export interface ReleasedVersion {
  version: string;
  /** Epoch milliseconds. */
  at: number;
  /** Taken back, or advised against by its makers. */
  withdrawn?: true;
}

/** What a source says of a package. */
export type PackageAnswer =
  | {
      status: 'read';
      /** Any order, at least one. */
      versions: readonly ReleasedVersion[];
      etag?: string;
    }
  /** As it was when it had the etag. */
  | { status: 'same' }
  /** The source does not know it; another one may. */
  | { status: 'absent'; because: string }
  | {
      status: 'fault';
      /** One sentence for an operator. */
      because: string;
      /** Before this instant asking again is of no use, epoch milliseconds. */
      until?: number;
    };

/** Which packages a source may be asked for, as beginnings of package urls. */
export interface Allowed {
  /** Absent: all. */
  only?: readonly string[];
  except: readonly string[];
}

/** Knows when versions of packages came out. */
export interface PackageSource {
  /** Tells it from others, without credentials. */
  id: string;
  allowed: Allowed;
  /** Whether it may be asked for a package; of others it never learns the name. */
  isFor(name: string): boolean;
  /** Asks for a package url without version; never throws. */
  read(
    name: string,
    asked: { etag?: string; signal: AbortSignal },
  ): Promise<PackageAnswer>;
}

/** More versions of one package than this are a mistake, or meant to do harm. */
export const mostVersions = 20_000;
