import { HumanDuration } from '@backstage/types';

/** Settings of policy, and of what people decide and are told about it. */
export interface PolicyConfig {
  /** Where scorecards come from. */
  policy?: {
    /** Files or directories of policy, as `locations` of type `file`. */
    paths?: string[];
    /**
     * Where policy is read from; default the scorecards of the package. What
     * cannot be read keeps the files it gave last. At most 200 files of
     * 256 KiB, and 5 MiB together, a location.
     */
    locations?: {
      /** `shipped`: what comes along with the package. `file`: a file, or a directory with those below it. `url`: a file or a folder of a host. */
      type: 'shipped' | 'file' | 'url';
      /**
       * Not for `shipped`. Path, or address of https or http without a name or password: hosts
       * of `integrations` and of `backend.reading.allow` are asked. One that
       * does not end in .yaml or .yml is a folder.
       */
      target?: string;
    }[];
    /** How often they are looked at; default 30 s. A host that is out is asked less and less often, up to once an hour. */
    every?: HumanDuration | string;
  };
  /** Telling groups of checks that turned to fail and of levels that fell. */
  regressions?: {
    /** Whether they get notifications of Backstage's; default true. */
    notify?: boolean;
    /** Minutes for which a group is left alone after one; default 60. */
    quietMinutes?: number;
  };
  /** Telling groups on Monday at 08:00, in their own zones, what is due and what turned. */
  digest?: {
    /** Whether they get notifications of Backstage's; default true. */
    weekly?: boolean;
  };
  /** Reminding owners of what campaigns have left for them. */
  campaigns?: {
    /** Whether they get notifications of Backstage's; default true. */
    notify?: boolean;
  };
  /** Telling open pages that there is something new to read. */
  signals?: {
    /**
     * Whether signals name services; default true, and false where
     * `permission.enabled` is on: every signed-in user gets them, and some
     * may not know of all services. Without names open pages read anew
     * whenever any service turned.
     */
    nameServices?: boolean;
  };
  /** Exemptions from checks. */
  exemptions?: {
    /** Most days from the request to the end, by severity of the check; whole numbers from 1 to 3,650. */
    maxDays?: {
      /** Default 180. */
      low?: number;
      /** Default 90. */
      medium?: number;
      /** Default 60. */
      high?: number;
      /** Default 30; of critical checks one service is exempt at a time. */
      critical?: number;
    };
    /**
     * Groups that are notified of each new request, such as
     * `group:default/security`; default none. Who may approve is a matter
     * of the permission `accountability.exemption.decide`.
     */
    approvers?: string[];
    /**
     * Whether anybody is told of exemptions by a notification, for which
     * Backstage's notifications plugin must be installed; default true.
     */
    notify?: boolean;
  };
  /** Decisions of gates. */
  gates?: {
    /** How long they are kept; at least a day, default 400 days. */
    keepDecisions?: HumanDuration | string;
    /**
     * JSON pointers of what is erased from decisions before they are kept
     * and answered, such as `/labels` or `/breakGlass/reason`; `*` stands for each of a list.
     */
    mask?: string[];
  };
}
