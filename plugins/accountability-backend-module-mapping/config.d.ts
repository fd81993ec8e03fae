/**
 * A CEL expression over the payload's fields (`alert.entity`), `payload`,
 * `headers`, `item` and `receivedAt`; or several, of which the first that
 * gives something counts.
 */
type Expression = string | string[];

/** How a field is filled. */
type Field =
  | Expression
  /** The value of a table for what an expression gives. */
  | {
      from: Expression;
      values: { [given: string]: string | number | boolean };
    }
  /** Always the same. */
  | { value: string | number | boolean };

export interface Config {
  accountability?: {
    /** Senders without a module: the id of a source, and how its JSON becomes record events. */
    mappings?: {
      [source: string]: {
        /** How the sender proves itself: one of these. */
        authentication: {
          /** It sends a secret in a header. */
          token?: {
            /** Name of the header. */
            header: string;
            /** What stands before the secret: `Bearer `. */
            prefix?: string;
            /**
             * Any of them is taken, so that one can be rotated.
             * @deepVisibility secret
             */
            secrets: string[];
          };
          /** It sends a secret in the URL, which logs on the way may show; for senders that can do no better. */
          query?: {
            /** Name of the parameter. */
            name: string;
            /**
             * Any of them is taken, so that one can be rotated.
             * @deepVisibility secret
             */
            secrets: string[];
          };
          /** It signs the body. */
          hmac?: {
            /** Name of the header that has the signature. */
            header: string;
            /** Default `sha256`. */
            algorithm?: 'sha256' | 'sha512';
            /** Default `hex`. */
            encoding?: 'hex' | 'base64';
            /** What stands before the signature: `sha256=`. */
            prefix?: string;
            /**
             * Any of them is taken, so that one can be rotated.
             * @deepVisibility secret
             */
            secrets: string[];
          };
          /** It signs as Standard Webhooks has it (Svix). */
          standardWebhooks?: {
            /**
             * As the sender shows them: `whsec_…`. Any of them is taken, so that one can be rotated.
             * @deepVisibility secret
             */
            secrets: string[];
          };
        };
        /** The sender's own id of a delivery; its repetition is not taken again. Default: the body's digest. */
        deliveryId?: Expression;
        /** The name of the event. */
        type?: Expression;
        /** Types that are understood and have nothing to record. */
        ignore?: (string | number | boolean)[];
        /** Record events of a delivery: each entry that holds gives one, or one for each entry of a list. */
        events: {
          /** Condition; always where absent. */
          when?: string;
          /** A list; one record event for each entry, which is `item`. */
          each?: Expression;
          /** What kind of record it is of. */
          kind:
            | 'deployment'
            | 'incident'
            | 'change'
            | 'build'
            | 'alert'
            | 'finding'
            | 'report';
          /** Id of the record, the same in every event about it; `<source>:<kind>:` is put before it. */
          record: Field;
          /** What it happened to; `<source>:` is put before it. */
          subject: Field;
          standIn?: Field;
          /** When it happened. */
          at: Field;
          state: Field;
          title?: Field;
          url?: Field;
          severity?: Field;
          result?: Field;
          environment?: Field;
          version?: Field;
          sha?: Field;
          artifact?: Field;
          rollback?: Field;
          chain?: Field;
          openedAt?: Field;
          impactStart?: Field;
          mergedInto?: Field;
          cause?: {
            by: Field;
            record?: Field;
            sha?: Field;
            version?: Field;
            artifact?: Field;
          };
          detectedBy?: Field;
          /** `team` is the sender's own name of the rota, led by the source; never a person. */
          response?: { step: Field; team?: Field };
          origin?: Field;
          branch?: Field;
          defaultBranch?: Field;
          commits?: Field;
          files?: Field;
          additions?: Field;
          deletions?: Field;
          approvals?: Field;
          review?: {
            id: Field;
            verdict: Field;
            by?: Field;
            kind?: Field;
            comments?: Field;
          };
          /** A list of objects with `verdict`, `at`, `by`, `kind` and `comments`. */
          reviews?: Field;
          /** Contributors as the sender names them, led by its source: `github:octocat`. A key takes the place of the name. */
          author?: Field;
          authorKind?: Field;
          sponsor?: Field;
          code?: {
            files: Field;
            sources: Field;
            tests: Field;
            additions: Field;
            deletions: Field;
          };
          paths?: Field;
          mergeMethod?: Field;
          /** What markers of machines say; evidence is a list of objects. */
          provenance?: {
            level?: Field;
            tools: Field;
            fraction?: Field;
            commits: Field;
            automation: Field;
            suggestions: Field;
            none: Field;
            signedByTool: Field;
            evidence: Field;
          };
          bypassed?: Field;
          topics?: Field;
          machineWritten?: Field;
          reverts?: Field;
          firstAuthoredAt?: Field;
          firstCommitAt?: Field;
          headCommitAt?: Field;
          headSha?: Field;
          hotfix?: Field;
          unit?: Field;
          run?: Field;
          runner?: Field;
          pipeline?: Field;
          attempt?: Field;
          incident?: Field;
          notifiedAt?: Field;
          resolvedBy?: Field;
          label?: Field;
          silenced?: Field;
          category?: Field;
          rule?: Field;
          identifiers?: Field;
          package?: Field;
          cvss?: Field;
          knownExploited?: Field;
          live?: Field;
          dismissedAs?: Field;
          series?: Field;
          format?: Field;
          tool?: Field;
          measures?: { [name: string]: Field };
          /** What is built in, a list of objects with `purl` and `direct`. */
          components?: Field;
          tellsDirect?: Field;
        }[];
      };
    };
  };
}
