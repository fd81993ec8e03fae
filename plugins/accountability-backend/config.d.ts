import { HumanDuration } from '@backstage/types';
import { PolicyConfig } from './configPolicy';

export interface Config {
  /** Settings of Accountability. */
  accountability?: PolicyConfig & {
    /** Which entities are services, and how often the catalog is read. */
    ownership?: {
      /** Kinds of entity that are services; default `Component`. */
      kinds?: string[];
      /** Values of `spec.type` that are services; default any. */
      types?: string[];
      /** How often the catalog is read; default every 2 minutes. */
      syncInterval?: HumanDuration | string;
    };
    /** Deliveries by way of Backstage's events service. */
    events?: {
      /**
       * Sources fed from their topics too, for example `github`; default none.
       * Whoever can publish on those topics is believed: see to it that the
       * events backend verifies what it takes from outside.
       */
      sources?: string[];
    };
    /** The intake of deliveries. */
    intake?: {
      /**
       * How many deliveries are taken; what is over it is answered with 429 and
       * `Retry-After`. Each replica counts by itself.
       */
      rateLimit?: {
        /** Deliveries a minute of one source, or of one caller with a Backstage token; a whole number from 1 on, default 60000. */
        perMinute?: number;
        /**
         * Deliveries a minute of one source from one address that may be
         * refused; a whole number from 1 on, default 6000. Behind a proxy it
         * holds once `backend.trustProxy` is set.
         */
        refusedPerMinute?: number;
      };
    };
    /** How long things are kept. */
    retention?: {
      /** Bodies of deliveries, for replay; default 30 days. */
      bodies?: HumanDuration | string;
      /**
       * Deliveries without their bodies, which know one that comes again;
       * default 400 days.
       */
      deliveries?: HumanDuration | string;
      /**
       * Records that ended, with all that was said of them; at least 400
       * days, default for good.
       */
      records?: HumanDuration | string;
      /**
       * How many days after a change ended it still names who wrote and
       * reviewed it, as keys; a whole number from 30 on, default 180.
       */
      contributorDays?: number;
    };
    /** What is told of people, who are kept as keys only. */
    privacy?: {
      /**
       * From what keys of contributors are made, at least 16 characters; where
       * absent one is made and kept in the database. With another one everybody
       * is somebody else from then on.
       * @visibility secret
       */
      contributorSecret?: string;
      /**
       * Of groups of fewer people nothing is told that people did; a whole
       * number from 3 on, default 5.
       */
      minGroupSize?: number;
    };
    /** How often groups are asked whether a service is theirs. */
    attestation?: {
      /** Days between two attestations of a service; 0 asks nobody; default 180. */
      everyDays?: number;
      /**
       * Whether groups are asked by a notification, too, for which Backstage's
       * notifications plugin must be installed; default true.
       */
      notify?: boolean;
    };
    /** CODEOWNERS files of the services' repositories. */
    codeowners?: {
      /** Whether they are read, with the credentials of `integrations`; default true. */
      enabled?: boolean;
    };
    /** Files of the services' repositories that say what they run on, such as `.nvmrc` and `Dockerfile`. */
    runtimes?: {
      /** Whether they are read, with the credentials of `integrations`; default true. */
      enabled?: boolean;
      /**
       * Further files of the same names, from the root of every repository, such
       * as `deploy/Dockerfile`; at most 10, a request a repository and day each.
       */
      paths?: string[];
    };
    /**
     * Public lists that are loaded, each from a file or from an address; none
     * is fetched unless its address stands here. A list that cannot be read
     * leaves the one of before in force.
     */
    lists?: {
      /** Known exploited vulnerabilities: the JSON of CISA. */
      kev?: {
        /** Path, from the backend's working directory; may be packed with gzip. */
        file?: string;
        /** Address, instead of a file. */
        url?: string;
        /** How often it is looked at; default every 5 minutes for a file, every day for an address. */
        every?: HumanDuration | string;
      };
      /** How likely vulnerabilities are exploited: the daily CSV of FIRST. */
      epss?: {
        /** Path, from the backend's working directory; may be packed with gzip. */
        file?: string;
        /** Address, instead of a file. */
        url?: string;
        /** How often it is looked at; default every 5 minutes for a file, every day for an address. */
        every?: HumanDuration | string;
      };
      /** Until when products are cared for: what endoflife.date answers at `/api/v1/products/full`. */
      lifecycles?: {
        /** Path, from the backend's working directory; may be packed with gzip. */
        file?: string;
        /** Address, instead of a file. */
        url?: string;
        /** How often it is looked at; default every 5 minutes for a file, every day for an address. */
        every?: HumanDuration | string;
      };
    };
    /** When packages that services ask for themselves were released. */
    packages?: {
      /**
       * Who is asked; default nobody, and then no name of a package leaves the
       * installation. Where several may be asked for a package, the first that
       * knows it counts.
       */
      sources?: {
        /**
         * `deps.dev`: version 3 of its API; `npm`: a registry that answers as
         * npm's does; `file`: lines of JSON, a package each.
         */
        kind: 'deps.dev' | 'npm' | 'file';
        /** Address of a `deps.dev` or `npm`. */
        url?: string;
        /**
         * Token that an `npm` asks for.
         * @visibility secret
         */
        token?: string;
        /** Path of a `file`, from the backend's working directory. */
        path?: string;
        /** Beginnings of package urls, such as `pkg:npm/@acme/`: only such packages are asked for. */
        only?: string[];
        /**
         * Beginnings of package urls that are not asked for; outweighs `only`.
         * For `deps.dev` one of both is required: an empty list tells it all.
         */
        except?: string[];
      }[];
    };
    /** Markers of tools on changes. */
    provenance?: {
      /** Markers besides those that are known; one of the same id takes the place of ours. */
      markers?: {
        /** Names the marker in answers, and in `disabled`. */
        id: string;
        /** The tool that it stands for. */
        tool: string;
        /** Where of a change it is looked for. */
        channel:
          | 'author'
          | 'committer'
          | 'co-author'
          | 'author-name'
          | 'trailer'
          | 'message'
          | 'request'
          | 'branch'
          | 'label';
        /** Addresses or accounts for who wrote it, else regular expressions. */
        match: string[];
        /** What the tool did; `none` is no machine at work. */
        role: 'author' | 'assist' | 'review-suggestion' | 'automation' | 'none';
        /** How sure that is: said by the platform, by who made the change, or read off a habit. */
        level: 'attested' | 'declared' | 'inferred';
        /** From when on it means this, ISO 8601; always where absent. */
        validFrom?: string;
        /** Until when it means this, ISO 8601; for good where absent. */
        validTo?: string;
        /** Where it is documented. */
        source: string;
      }[];
      /** Ids of markers that are not looked for. */
      disabled?: string[];
    };
    /** Settings of the API. */
    api?: {
      /**
       * Whether an answer that the OpenAPI document does not allow becomes an
       * error; for development and tests, default false.
       */
      checkAnswers?: boolean;
    };
    /** Settings of attribution. */
    attribution?: {
      /**
       * How long after its end a deployment can be taken for the cause of an
       * incident without a stronger link; default 24 hours.
       */
      window?: HumanDuration | string;
      /**
       * What to start from: `default` is the evidence ladder; `devlake` and
       * `middleware` go by time alone, as those systems do.
       */
      profile?: 'default' | 'devlake' | 'middleware';
      /**
       * Whose deployments compete for being the cause: of the service, of all
       * services of its system, of its project (those with the same annotation
       * `accountability.io/project`), of its project or, without one, its
       * system, or of its owner.
       */
      scope?: 'service' | 'system' | 'project' | 'project-or-system' | 'owner';
      /** The instant of a deployment that is compared with an incident's. */
      anchor?: 'started' | 'finished';
      /** Whether a deployment at the very instant of the incident can be its cause. */
      comparator?: 'before' | 'at-or-before';
      /** The instant of an incident: its impact, where known, or when it was opened. */
      incidentFrom?: 'impact' | 'opened';
      /** Which deployments compete: all that may have reached production, or only successful ones. */
      results?: 'reached' | 'success';
      /** Whether time alone charges nobody where several services broke at once, or each as if it were alone. */
      bursts?: 'apart' | 'charged';
      /** What failed changes are a share of. */
      denominator?: 'changes' | 'deployments';
      /** Regular expression, in any case: titles of changes made to mend production. */
      hotfixTitle?: string;
    };
  };
}
