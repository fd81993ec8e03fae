// Made by `npm run generate` from openapi.yaml and the parts below it. Do not edit.

/** The OpenAPI 3.1 document of the API. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'Accountability',
    version: '1',
    description:
      'Who answers for every service, what changed, what broke and what debt builds up. Instants in answers are epoch milliseconds (UTC), instants in questions are ISO 8601 texts with a zone. Unknown is never a pass, a fail or a zero.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'services', description: 'One service of the catalog.' },
    {
      name: 'teams',
      description: 'All services of a group and the groups below it.',
    },
    { name: 'operations', description: 'What comes in and how it is doing.' },
    {
      name: 'backtests',
      description:
        'Candidate policies, held against services now and in the past.',
    },
    {
      name: 'campaigns',
      description: 'Pushes, with an end, to have some checks pass everywhere.',
    },
    {
      name: 'exemptions',
      description:
        'Times for which a check need not pass, asked for by one and granted by another.',
    },
    {
      name: 'gates',
      description: 'Whether a service may go on, and what was decided.',
    },
    { name: 'organisation', description: 'All services added up.' },
    {
      name: 'policy',
      description: 'Scorecards and gates as they were loaded.',
    },
    {
      name: 'scorecards',
      description:
        'Scorecards of the policy in force with the services they apply to.',
    },
  ],
  paths: {
    '/services/{kind}/{namespace}/{name}/scorecard': {
      get: {
        operationId: 'getScorecard',
        tags: ['services'],
        summary: 'Where a service stands, and why',
        description:
          'The latest assessment of a service, or the one of a past instant, recomputed from what was true then. Carries an ETag; a request with `If-None-Match` is answered with 304 while nothing changed.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/at' },
        ],
        responses: {
          '200': {
            description: 'The scorecards of the service.',
            headers: {
              ETag: {
                description: 'Digest of the answer.',
                schema: { type: 'string' },
              },
            },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardResponse' },
              },
            },
          },
          '304': {
            description:
              'Nothing changed since the answer with the ETag sent along.',
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/timeline': {
      get: {
        operationId: 'getTimeline',
        tags: ['services'],
        summary: 'What happened to a service, and who owned it meanwhile',
        description:
          'Deployments and incidents one by one (at most 5,000, the oldest of them), counts a day of alerts, builds and changes, owner spans, and the attributions in force.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          {
            name: 'from',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Begin of the window, inclusive, as an ISO 8601 time with a zone. Default 90 days before its end.',
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'to',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'End of the window, exclusive, as an ISO 8601 time with a zone. Default now. The window holds at most 400 days.',
            schema: { type: 'string', maxLength: 40 },
          },
        ],
        responses: {
          '200': {
            description: 'The window of time.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TimelineResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/evidence': {
      get: {
        operationId: 'getEvidence',
        tags: ['services'],
        summary: 'The records behind a number',
        description:
          'All records behind a fact, or a record with those it is linked to. Exactly one of `fact` and `record` is needed. Pages of 100.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          {
            name: 'fact',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Id of a fact, for example `reliability.change_fail_rate`.',
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          {
            name: 'record',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Id of a record of this service.',
            schema: { type: 'string', minLength: 1, maxLength: 300 },
          },
          { $ref: '#/components/parameters/at' },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of records.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EvidenceResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/incidents/{record}': {
      get: {
        operationId: 'getIncident',
        tags: ['services'],
        summary: 'An incident, what caused it and what was near it',
        description:
          'The link in force with earlier ones and all decisions, the records around it, services along the dependencies of the catalog, and the burst it is part of. With `at`, link and decisions as of then. What belongs to services that the caller may not read is left out.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/record' },
          { $ref: '#/components/parameters/at' },
        ],
        responses: {
          '200': {
            description: 'The incident.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IncidentResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/incidents/{record}/cause': {
      post: {
        operationId: 'decideCause',
        tags: ['services'],
        summary: 'Decide the cause of an incident',
        description:
          'Charges a deployment of any service that the caller may read, or says that no change is the cause. It outranks every rule until it is withdrawn, and takes the place of the decision before it. With `preview` nothing is kept. Needs the permission `accountability.cause.decide`.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/record' },
        ],
        requestBody: {
          description: 'Who is to be charged, or nobody, and why.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CauseRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What changes with it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CauseResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/incidents/{record}/cause/withdrawal': {
      post: {
        operationId: 'withdrawCause',
        tags: ['services'],
        summary: 'Withdraw the decision on a cause',
        description:
          'Back to what the rule says; the decision stays in the history. With `preview` nothing is kept. Needs the permission `accountability.cause.decide`.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/record' },
        ],
        requestBody: {
          description: 'Why.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/WithdrawalRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What changes with it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CauseResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description: 'No decision is in force.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/deployments/{record}': {
      get: {
        operationId: 'getDeployment',
        tags: ['services'],
        summary: 'A deployment, what it brought and what it is charged with',
        description:
          'What its environment ran before and after it, the changes in it, what it undid, and the incidents charged to it, those of other services that the caller may read among them.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/record' },
        ],
        responses: {
          '200': {
            description: 'The deployment.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeploymentResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/changes': {
      get: {
        operationId: 'getChanges',
        tags: ['services'],
        summary:
          'Merged changes with how they were made and what became of them',
        description:
          'Newest first, in pages of 50 that stay as of the instant of the first. Nobody is named. Numbers by maker are a correlation, not a cause.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/at' },
          {
            name: 'window',
            in: 'query',
            required: false,
            description: 'Days looked back: 7, 28, 90 or 180. Default 90.',
            schema: { type: 'integer', minimum: 1, maximum: 400 },
          },
          {
            name: 'maker',
            in: 'query',
            required: false,
            description: 'Only those that this made.',
            schema: { type: 'string', enum: ['machine', 'automation', 'rest'] },
          },
          {
            name: 'outcome',
            in: 'query',
            required: false,
            description: 'Only those of which this is known.',
            schema: {
              type: 'string',
              enum: [
                'unreviewed',
                'not-by-owner',
                'reworked',
                'broke-something',
                'bypassed',
              ],
            },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChangesResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/metrics/{fact}': {
      get: {
        operationId: 'getMetric',
        tags: ['services'],
        summary: 'A fact over one window and environment, with its past',
        description:
          'The value, its definition, the same fact at the ends of twelve earlier windows (a week apart for windows up to four weeks, else four weeks), and the single values behind a quantile.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/fact' },
          {
            name: 'window',
            in: 'query',
            required: false,
            description:
              "Days looked back: 7, 28, 90 or 180. Default the fact's own.",
            schema: { type: 'integer', minimum: 1, maximum: 400 },
          },
          {
            name: 'environment',
            in: 'query',
            required: false,
            description: 'Default production.',
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          { $ref: '#/components/parameters/at' },
        ],
        responses: {
          '200': {
            description: 'The metric.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/MetricResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/facts/{fact}/revisions': {
      get: {
        operationId: 'getRevisions',
        tags: ['services'],
        summary: 'Closed days of a fact that were told again',
        description:
          "Days whose value was replaced because records arrived that speak of them: what each said before and until when, and what it says now. Days are kept with the fact's own window, in production. At most 1,000 earlier values, newest days first.",
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/fact' },
          {
            name: 'from',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Instant in the first day, ISO 8601 with a zone. Default 90 days before `to`; at most 400 days before it.',
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'to',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Instant in the last day, ISO 8601 with a zone. Default `at`, else now.',
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'at',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'A past instant, ISO 8601 with a zone: `then` of each day says what it said to who looked at that instant.',
            schema: { type: 'string', maxLength: 40 },
          },
        ],
        responses: {
          '200': {
            description: 'The days.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RevisionsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/attribution-window': {
      get: {
        operationId: 'getAttributionWindow',
        tags: ['services'],
        summary:
          'The attribution window of a service, and the one that its known causes propose',
        description:
          'W in force and where it is from; W as proposed from how long after the end of a rollout incidents began whose cause is known from people, links or remedies; and how many incidents would be charged otherwise with it. Nothing is changed.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/at' },
        ],
        responses: {
          '200': {
            description:
              'The window in force, the proposal and what it comes of.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AttributionWindowResponse',
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/services/{kind}/{namespace}/{name}/attestation': {
      get: {
        operationId: 'getAttestation',
        tags: ['services'],
        summary: 'Whether the owner says that a service is theirs',
        description:
          'What groups said when they were asked, and when the owner of today is asked next. What an earlier owner said does not count for this one.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: 'The attestations of the service.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AttestationResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
      post: {
        operationId: 'attest',
        tags: ['services'],
        summary: "Say whether a service is one's own",
        description:
          'For a member of the group that owns the service, with the permission `accountability.attestation.decide`. It is kept beside what was said before. A rejection needs a reason and moves no ownership: the owner is what the catalog says.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        requestBody: {
          description: 'Whether it is, and why.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/AttestationRequest' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The attestations of the service, this one among them.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AttestationResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description: 'No group of the catalog owns the service.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/groups/{namespace}/{name}/attestations': {
      get: {
        operationId: 'getAttestations',
        tags: ['teams'],
        summary: 'Services that a group is to attest',
        description:
          'Services of the group and the groups below it whose attestation is due or overdue, the longest due first, as far as the caller may read them. Pages of 100.',
        parameters: [
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of services.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AttestationsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/teams/{kind}/{namespace}/{name}/ownership': {
      get: {
        operationId: 'getOwnership',
        tags: ['teams'],
        summary: 'How a group looks after its services',
        description:
          'Facts of ownership of the services of the group and the groups below it that the caller may read, as last assessed. Pages of 100.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of services.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/teams/{kind}/{namespace}/{name}/rollup': {
      get: {
        operationId: 'getRollup',
        tags: ['teams'],
        summary: 'All services of a group and the groups below it',
        description:
          'Levels, coverage and burdens of the services that the caller may read, with the transitions and hand-overs of late.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'The roll-up, with one page of services.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RollupResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/unowned': {
      get: {
        operationId: 'getUnowned',
        tags: ['operations'],
        summary: 'Records that belong to no service',
        description:
          'Subjects that sources named and no entity claims, with the annotation that would attach each. Pages of 100.',
        parameters: [{ $ref: '#/components/parameters/cursor' }],
        responses: {
          '200': {
            description: 'One page of subjects.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/UnownedResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/sources': {
      get: {
        operationId: 'getSources',
        tags: ['operations'],
        summary: 'How sources, references and assessment are doing',
        description:
          'What each source sent, how late, what was refused, whether it has gone quiet; how lists, releases of packages and files of repositories are doing that are looked up outside; and the assessment queue.',
        responses: {
          '200': {
            description: 'Health of every source.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SourcesResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/replays': {
      get: {
        operationId: 'getReplays',
        tags: ['operations'],
        summary: 'Replays and their progress',
        description: 'The latest 20 replays, newest first.',
        responses: {
          '200': {
            description: 'Replays.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ReplaysResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
      post: {
        operationId: 'createReplay',
        tags: ['operations'],
        summary: 'Read stored deliveries again',
        description:
          'Reads the stored deliveries of a source again with the collectors of today, in the background. What they say now takes the place of what they said before. Needs the permission `accountability.delivery.replay`.',
        requestBody: {
          description: 'Which deliveries.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ReplayRequest' },
            },
          },
        },
        responses: {
          '202': {
            description: 'The replay waits for its turn.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Replay' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/replays/{id}': {
      get: {
        operationId: 'getReplay',
        tags: ['operations'],
        summary: 'A replay and its progress',
        description: 'One replay.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of a replay.',
            schema: { type: 'string', maxLength: 60 },
          },
        ],
        responses: {
          '200': {
            description: 'The replay.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Replay' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/replays/{id}/cancellation': {
      post: {
        operationId: 'cancelReplay',
        tags: ['operations'],
        summary: 'Cancel a replay',
        description:
          'Ends it after the batch it is at; what it has read stays. One that has ended stays as it ended. Needs the permission `accountability.delivery.replay`.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of a replay.',
            schema: { type: 'string', maxLength: 60 },
          },
        ],
        responses: {
          '200': {
            description: 'The replay as it stands.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Replay' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/deliveries/{source}': {
      post: {
        operationId: 'createDelivery',
        tags: ['operations'],
        summary: 'Send a delivery',
        description:
          'Takes what a source sends, as raw bytes. Sources that sign are verified by their signature; all others need a Backstage token with the permission `accountability.delivery.create`. Answered after commit: a delivery that was acknowledged is never lost, and sending it again changes nothing. Its events reach the records right after.',
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            description: 'Id of a source, for example `github`.',
            schema: {
              type: 'string',
              pattern: '^[a-z][a-z0-9-]*$',
              maxLength: 60,
            },
          },
        ],
        requestBody: {
          description: 'The delivery as its source sends it.',
          required: true,
          content: { '*/*': { schema: {} } },
        },
        responses: {
          '202': {
            description:
              'The delivery is committed, now or when it first came.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeliveryResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '413': {
            description: 'The body is larger than the source takes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          '429': {
            description:
              'More come than are taken in a minute; the header `Retry-After` says in how many seconds to send it again.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/backtests': {
      post: {
        operationId: 'createBacktest',
        tags: ['backtests'],
        summary: 'Run a candidate policy over all services and their past',
        description:
          'Runs scorecards that are not in force over all services as they are now, and over the values kept of the past. It takes up to a minute: ask for it by its id until it is done. Drafts, and checks that will be enforced later, are run as if they held already. What does not compile is told in the report, and the rest is run. A body may have 600 KiB, the policy in it 256 KiB. Needs the permission `accountability.backtest.create`.',
        requestBody: {
          description: 'The candidate.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/BacktestRequest' },
            },
          },
        },
        responses: {
          '202': {
            description: 'It waits to be run.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BacktestResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '409': {
            description:
              'As many as may wait do so already; the message says so.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          '413': {
            description: 'The policy or the body is too large.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/backtests/{id}': {
      get: {
        operationId: 'getBacktest',
        tags: ['backtests'],
        summary: 'How far a backtest has come, and its report',
        description:
          'Services and owners that the caller may not read are in the sums and not named. Backtests are kept for seven days, the last twenty of them. Needs the permissions `accountability.policy.read` and `accountability.scorecard.read`.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of the backtest.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The backtest.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BacktestResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': {
            description: 'No such backtest.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/campaigns': {
      get: {
        operationId: 'getCampaigns',
        tags: ['campaigns'],
        summary: 'All campaigns',
        description:
          'Each with how far it has come, over all services whoever asks. Active ones first, then drafts, then those that ended; the nearest target first.',
        responses: {
          '200': {
            description: 'The campaigns.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CampaignsResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
      post: {
        operationId: 'createCampaign',
        tags: ['campaigns'],
        summary: 'Write a campaign',
        description:
          'Keeps a draft, which nobody is told of until it is started. Needs the permission `accountability.campaign.manage`.',
        requestBody: {
          description: 'The campaign.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CampaignRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The draft, with how its checks stand.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CampaignResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/campaigns/{id}': {
      get: {
        operationId: 'getCampaign',
        tags: ['campaigns'],
        summary: 'A campaign and how far it has come',
        description:
          'By owner, and day by day. Services and owners that the caller may not read are in the sums and not named.',
        parameters: [{ $ref: '#/components/parameters/campaign' }],
        responses: {
          '200': {
            description: 'The campaign.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CampaignResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': {
            description: 'No such campaign.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
      put: {
        operationId: 'changeCampaign',
        tags: ['campaigns'],
        summary: 'Write a campaign anew',
        description:
          'All of a draft. Of an active one title, description, reminders, milestones that are yet to come, and a later target with a `reason` that is kept; the rest must be sent as it is. Needs the permission `accountability.campaign.manage`.',
        parameters: [{ $ref: '#/components/parameters/campaign' }],
        requestBody: {
          description: 'The whole campaign.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CampaignRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The campaign as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CampaignResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': {
            description: 'No such campaign.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          '409': {
            description:
              'It does not go in the state it is in; the message says why.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/campaigns/{id}/state': {
      post: {
        operationId: 'turnCampaign',
        tags: ['campaigns'],
        summary: 'Start or end a campaign',
        description:
          'A draft becomes active, an active one ends, and nothing else goes. Needs the permission `accountability.campaign.manage`.',
        parameters: [{ $ref: '#/components/parameters/campaign' }],
        requestBody: {
          description: 'What it becomes.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CampaignStateRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The campaign as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CampaignResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': {
            description: 'No such campaign.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          '409': {
            description:
              'It does not go in the state it is in; the message says why.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/exemptions': {
      get: {
        operationId: 'getExemptions',
        tags: ['exemptions'],
        summary: 'Exemptions, and what became of each',
        description:
          'Pending ones first, then those in force, of both the soonest to end first; then those that are over, the latest first. Those of a single service only where the caller may read it. Pages of 100, which all speak of the instant of the first.',
        parameters: [
          {
            name: 'state',
            in: 'query',
            required: false,
            description: 'Only those in this state.',
            schema: { $ref: '#/components/schemas/ExemptionState' },
          },
          {
            name: 'subject',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Entity ref of a service, group or system, for example `component:default/payments`. Of a service also those of its owner and its system, which are for it, too.',
            schema: { type: 'string', minLength: 1, maxLength: 400 },
          },
          {
            name: 'scorecard',
            in: 'query',
            required: false,
            description: 'Name of a scorecard.',
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of exemptions.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
      post: {
        operationId: 'requestExemption',
        tags: ['exemptions'],
        summary: 'Ask for an exemption',
        description:
          'With the permission `accountability.exemption.create`. It holds once somebody else approves it, and ends at `expiresAt`, which may be so far ahead as the severity of the check allows. Of a critical check one service is exempt at a time. With `renews` it goes on from one that was approved.',
        requestBody: {
          description: 'From what, for whom, until when and why.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The exemption, pending.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionEntry' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description:
              'One from the same check, for the same subject and points, is pending or in force; or what is to be renewed cannot be.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/exemptions/{id}': {
      get: {
        operationId: 'getExemption',
        tags: ['exemptions'],
        summary: 'One exemption',
        description:
          'An exemption as it stands now, and what the caller may do with it.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of an exemption.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The exemption.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionEntry' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/exemptions/{id}/decision': {
      post: {
        operationId: 'decideExemption',
        tags: ['exemptions'],
        summary: 'Approve or deny an exemption',
        description:
          'For a person with the permission `accountability.exemption.decide` who did not ask for it. The first decision counts.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of an exemption.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        requestBody: {
          description: 'The decision.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionDecisionRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption with the decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionEntry' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description:
              'It is decided, withdrawn or over already; the message says by whom and when. Or policy does not allow it any more.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/exemptions/{id}/revocation': {
      post: {
        operationId: 'revokeExemption',
        tags: ['exemptions'],
        summary: 'End an exemption before its time',
        description:
          'With the permission `accountability.exemption.create` for who asked for it, pending or in force; with `accountability.exemption.decide` for others, once it is approved.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Id of an exemption.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        requestBody: {
          description: 'Why.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RevocationRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption, revoked.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionEntry' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description: 'It is over already, or is not decided yet.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/first-steps': {
      get: {
        operationId: 'getFirstSteps',
        tags: ['operations'],
        summary: 'How far this installation is',
        description:
          'Six steps from an empty installation to the first gate that was asked, each done, to do or unknown, with what there is of it. Services are those that the caller may read; what the caller lacks a permission for is unknown. Which services records reach is looked at again after a hundredth of a second for each of them: after two minutes where there are 12,000.',
        responses: {
          '200': {
            description: 'The steps, in the order in which they are done.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FirstStepsResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/gates': {
      get: {
        operationId: 'getGates',
        tags: ['gates'],
        summary: 'The gates there are',
        description:
          'Gates of the policy in force with their rules, and how often each decided what in the last seven days, over services that the caller may read. Needs `accountability.decision.read`.',
        responses: {
          '200': {
            description: 'The gates.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GatesResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/gates/{gate}/decisions': {
      post: {
        operationId: 'askGate',
        tags: ['gates'],
        summary: 'Ask a gate whether a service may go on',
        description:
          'Holds the rules of the gate against the facts that were last measured of the service, and keeps the decision. Needs `accountability.gate.ask`, which a token of CI can hold alone. Where something is broken the answer says so in `engineError` and is by default `deny`. With a key the same question has the same decision for a day. `breakGlass` is for people of the groups that the gate names, with `accountability.gate.break-glass`.',
        parameters: [{ $ref: '#/components/parameters/gate' }],
        requestBody: {
          description: 'What is asked.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/GateRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The decision; `deny` is an answer like the others.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateDecision' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': {
            description:
              'No such gate, the names there are in the message; or no such service that the caller may read.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          '409': {
            description: 'The key was used for another question within a day.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/decisions': {
      get: {
        operationId: 'getDecisions',
        tags: ['gates'],
        summary: 'What gates decided',
        description:
          'Decisions of services that the caller may read, newest first. A page may be short and still have a next one. Needs `accountability.decision.read`.',
        parameters: [
          {
            name: 'gate',
            in: 'query',
            required: false,
            description: 'Name of a gate, also of one that is no more.',
            schema: { type: 'string', minLength: 1, maxLength: 253 },
          },
          {
            name: 'service',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Entity ref of a service, any case.',
            schema: { type: 'string', minLength: 1, maxLength: 400 },
          },
          {
            name: 'outcome',
            in: 'query',
            required: false,
            description: 'What was decided.',
            schema: { type: 'string', enum: ['allow', 'warn', 'deny'] },
          },
          {
            name: 'brokenGlass',
            in: 'query',
            required: false,
            description: 'Whether somebody went past the gate.',
            schema: { type: 'boolean' },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of decisions.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DecisionsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/decisions/{id}': {
      get: {
        operationId: 'getDecision',
        tags: ['gates'],
        summary: 'A decision, and what it stands on',
        description:
          'Everything that was looked at, with its age, and the policy by which it was decided. Needs `accountability.decision.read`.',
        parameters: [{ $ref: '#/components/parameters/decision' }],
        responses: {
          '200': {
            description: 'The decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DecisionResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/decisions/{id}/review': {
      post: {
        operationId: 'reviewDecision',
        tags: ['gates'],
        summary: 'Review who went past a gate',
        description:
          'For a person with `accountability.gate.break-glass` who is somebody else than who went past the gate; once for a decision.',
        parameters: [{ $ref: '#/components/parameters/decision' }],
        requestBody: {
          description: 'What came of it.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ReviewRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The decision with its review.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DecisionResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': {
            description: 'There is nothing to review, or not any more.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/organisation': {
      get: {
        operationId: 'getOrganisation',
        tags: ['organisation'],
        summary: 'All services by burden and team',
        description:
          'Adds up the services that the caller may read, at most ten seconds old: results by burden and group, their trend of twelve weeks, levels, what got worse in seven days and the ten things most worth doing.',
        parameters: [
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/tag' },
        ],
        responses: {
          '200': {
            description: 'The organisation.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OrganisationResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/organisation/coming': {
      get: {
        operationId: 'getComing',
        tags: ['organisation'],
        summary: 'What comes up',
        description:
          'What has a date in the next 60 days, of services that the caller may read, the soonest first: exemptions that end and attestations that come due, both week by week, targets of campaigns with something left, and checks that are enforced and would not pass today.',
        parameters: [
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/tag' },
        ],
        responses: {
          '200': {
            description: 'What comes up.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ComingResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/organisation/services': {
      get: {
        operationId: 'getOrganisationServices',
        tags: ['organisation'],
        summary: 'The services behind a cell',
        description:
          'Services that the caller may read, 50 a page, those with most that does not pass first, with their results that are not a pass.',
        parameters: [
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/tag' },
          {
            name: 'own',
            in: 'query',
            required: false,
            description:
              'Only services of the group itself; without a group, those whose owner is no group.',
            schema: { type: 'boolean' },
          },
          {
            name: 'unowned',
            in: 'query',
            required: false,
            description: 'Only services whose owner does not resolve.',
            schema: { type: 'boolean' },
          },
          {
            name: 'burden',
            in: 'query',
            required: false,
            description: 'Only results of this burden.',
            schema: {
              type: 'string',
              enum: [
                'pipeline',
                'reliability',
                'observability',
                'security',
                'ownership',
              ],
            },
          },
          {
            name: 'check',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              '`scorecard/check`: only services of which it does not pass or is unknown.',
            schema: { type: 'string', minLength: 3, maxLength: 127 },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of services.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/OrganisationServicesResponse',
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/policy': {
      get: {
        operationId: 'getPolicy',
        tags: ['policy'],
        summary: 'The policy in force, its sources and its faults',
        description:
          'Every document with its rules, whether each is in force, and what is wrong with those that are not, with file, line and column. A rule that was good and is at fault now stays as it was. Needs the permission `accountability.policy.read`.',
        responses: {
          '200': {
            description: 'The policy in force.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PolicyStatusResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/scorecards': {
      get: {
        operationId: 'getScorecards',
        tags: ['scorecards'],
        summary: 'The scorecards in force',
        description:
          'Every scorecard that judges now, with its checks and the number of services it applies to that the caller may read.',
        responses: {
          '200': {
            description: 'The scorecards in the order of their files.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardsResponse' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/scorecards/{scorecard}/services': {
      get: {
        operationId: 'getScorecardServices',
        tags: ['scorecards'],
        summary: 'The services of a scorecard by its checks',
        description:
          'Services that the caller may read, 100 a page, with sums over all pages. As CSV, with `format=csv` or `accept: text/csv`, all of them at once; a text that a spreadsheet would run as a formula has a leading quote.',
        parameters: [
          {
            name: 'scorecard',
            in: 'path',
            required: true,
            description: 'Name of a scorecard in force.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'owner',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Entity ref of the owner, for example `group:default/checkout`.',
            schema: { type: 'string', minLength: 1, maxLength: 400 },
          },
          {
            name: 'level',
            in: 'query',
            required: false,
            description: 'Name of a level, or `none` for services without one.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'check',
            in: 'query',
            required: false,
            description: 'Only services of which this check was asked.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'status',
            in: 'query',
            required: false,
            description:
              'With `check`: only services of which it has this result.',
            schema: { $ref: '#/components/schemas/CheckStatus' },
          },
          {
            name: 'sort',
            in: 'query',
            required: false,
            description:
              'Order of the services; `level` has the lowest first. Default `name`.',
            schema: { type: 'string', enum: ['name', 'level', 'owner'] },
          },
          {
            name: 'format',
            in: 'query',
            required: false,
            description: 'Takes the place of what the `accept` header says.',
            schema: { type: 'string', enum: ['json', 'csv'] },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of services, or all of them as CSV.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ScorecardServicesResponse',
                },
              },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/standings': {
      get: {
        operationId: 'getStandings',
        tags: ['scorecards'],
        summary: 'Where services stand',
        description:
          'Levels and the state of the worst burden of services that the caller may read, by entity ref, 1,000 a page; or of up to 100 services that are named. For other plugins and machines.',
        parameters: [
          {
            name: 'entityRefs',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Refs of services, joined by commas, at most 100; all services without it.',
            schema: { type: 'string', minLength: 1, maxLength: 40000 },
          },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of services.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StandingsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/teams/{kind}/{namespace}/{name}/due': {
      get: {
        operationId: 'getDue',
        tags: ['teams'],
        summary: 'What a group is to do',
        description:
          'What is due of the group and the groups below it, as one list, the longest due first: exemptions to decide, ending or ended, attestations, campaigns, findings past their time, checks that are enforced soon, and decisions with broken glass to review. Of services that the caller may read. Pages of 100.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          { $ref: '#/components/parameters/cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of what is due.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DueResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
    '/teams/{kind}/{namespace}/{name}/on-call': {
      get: {
        operationId: 'getOnCall',
        tags: ['teams'],
        summary: 'How often a group was called',
        description:
          'Pages of the last eight ISO weeks by part of the week and by rota, never by person, of services that the caller may read and that the group or one below it owned then.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: 'Pages week by week.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OnCallResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthenticated' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          default: { $ref: '#/components/responses/Unexpected' },
        },
      },
    },
  },
  components: {
    parameters: {
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        description: 'Kind of the entity, any case, for example `component`.',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        description: 'Namespace of the entity, any case, mostly `default`.',
        schema: { type: 'string', minLength: 1, maxLength: 253 },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        description: 'Name of the entity, any case.',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      record: {
        name: 'record',
        in: 'path',
        required: true,
        description:
          'Id of a record, escaped, for example `pagerduty%3Aincident%3AQ1`.',
        schema: { type: 'string', minLength: 1, maxLength: 300 },
      },
      fact: {
        name: 'fact',
        in: 'path',
        required: true,
        description:
          'Id of a fact, for example `reliability.change_fail_rate`.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      at: {
        name: 'at',
        in: 'query',
        required: false,
        allowReserved: true,
        description:
          'A past instant as an ISO 8601 time with a zone, for example `2026-11-23T12:00:00Z`. Default now.',
        schema: { type: 'string', maxLength: 40 },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        required: false,
        allowReserved: true,
        description: '`nextCursor` of the page before, unchanged.',
        schema: { type: 'string', minLength: 1, maxLength: 2000 },
      },
      campaign: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of a campaign.',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      gate: {
        name: 'gate',
        in: 'path',
        required: true,
        description: 'Name of a gate.',
        schema: { type: 'string', minLength: 1, maxLength: 253 },
      },
      decision: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of a decision.',
        schema: { type: 'string', minLength: 1, maxLength: 36 },
      },
      group: {
        name: 'group',
        in: 'query',
        required: false,
        allowReserved: true,
        description:
          'Only services of this group and those below it, for example `group:default/shop`.',
        schema: { type: 'string', minLength: 1, maxLength: 400 },
      },
      system: {
        name: 'system',
        in: 'query',
        required: false,
        allowReserved: true,
        description: 'Only services of this system, by entity ref.',
        schema: { type: 'string', minLength: 1, maxLength: 400 },
      },
      domain: {
        name: 'domain',
        in: 'query',
        required: false,
        allowReserved: true,
        description:
          'Only services of the systems of this domain, by entity ref.',
        schema: { type: 'string', minLength: 1, maxLength: 400 },
      },
      lifecycle: {
        name: 'lifecycle',
        in: 'query',
        required: false,
        description:
          'Only services of this lifecycle, as the catalog writes it.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      tag: {
        name: 'tag',
        in: 'query',
        required: false,
        description: 'Only services with this tag.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
    },
    responses: {
      BadRequest: {
        description:
          'The request cannot be understood; the message says what to do.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unauthenticated: {
        description: 'The caller is not known, or the signature is not right.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Forbidden: {
        description: 'The caller lacks a permission of Accountability.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NotFound: {
        description:
          'No such entity, or the caller may not read it, or it is not a service.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unexpected: {
        description: 'Anything else.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      Error: {
        description:
          'Why a request was not served, in words a caller can act on.',
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            description: 'The error itself.',
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                description: 'Name of the error, for example `InputError`.',
                type: 'string',
              },
              message: {
                description: 'What is wrong and what to do.',
                type: 'string',
              },
            },
          },
          request: {
            description: 'The request that failed.',
            type: 'object',
            properties: {
              method: { description: 'HTTP method.', type: 'string' },
              url: { description: 'Path and query.', type: 'string' },
            },
          },
          response: {
            description: 'The answer given.',
            type: 'object',
            properties: {
              statusCode: { description: 'HTTP status.', type: 'integer' },
            },
          },
        },
      },
      ServiceSummary: {
        description:
          'What every answer says of a service before anything else.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'title', 'kind', 'ownerResolves'],
        properties: {
          entityRef: {
            description: 'Entity ref in lower case.',
            type: 'string',
          },
          title: {
            description: 'Title, or the name where it has none.',
            type: 'string',
          },
          kind: { description: 'Kind of the entity.', type: 'string' },
          type: { description: '`spec.type`.', type: 'string' },
          lifecycle: { description: '`spec.lifecycle`.', type: 'string' },
          system: {
            description: 'Entity ref of the system it is part of.',
            type: 'string',
          },
          owner: {
            description:
              'Owner as the catalog has it now; absent where it has none.',
            type: 'string',
          },
          ownerResolves: {
            description: 'Whether that owner is an entity of the catalog.',
            type: 'boolean',
          },
        },
      },
      OwnerSpan: {
        description: 'A time during which one owner answered for a service.',
        type: 'object',
        additionalProperties: false,
        required: ['owner', 'resolves', 'from', 'origin'],
        properties: {
          owner: { description: 'Entity ref of the owner.', type: 'string' },
          resolves: {
            description: 'False where the ref names no entity of the catalog.',
            type: 'boolean',
          },
          from: { description: 'Begin, inclusive.', type: 'integer' },
          to: {
            description: 'End, exclusive; absent while it lasts.',
            type: 'integer',
          },
          origin: {
            description: 'Where the span comes from.',
            type: 'string',
            enum: ['catalog', 'import'],
          },
        },
      },
      OwnerAt: {
        description: 'Who answered for a service at an instant.',
        oneOf: [
          {
            type: 'object',
            description: 'Somebody is known.',
            additionalProperties: false,
            required: ['status', 'owner', 'resolves'],
            properties: {
              status: { description: 'An owner is known.', const: 'known' },
              owner: {
                description: 'Entity ref of the owner.',
                type: 'string',
              },
              resolves: {
                description: 'Whether the owner is an entity of the catalog.',
                type: 'boolean',
              },
            },
          },
          {
            type: 'object',
            description: 'Nobody is known.',
            additionalProperties: false,
            required: ['status', 'because'],
            properties: {
              status: { description: 'No owner is known.', const: 'unknown' },
              because: { description: 'Why nobody is known.', type: 'string' },
            },
          },
        ],
      },
      Episode: {
        description: 'A time of being open.',
        type: 'object',
        additionalProperties: false,
        required: ['from'],
        properties: {
          from: { description: 'Begin, inclusive.', type: 'integer' },
          to: {
            description: 'End, exclusive; absent while it lasts.',
            type: 'integer',
          },
        },
      },
      CauseClaim: {
        description: 'What an incident says of its own cause.',
        type: 'object',
        additionalProperties: false,
        required: ['by'],
        properties: {
          by: {
            description: 'Who says so.',
            type: 'string',
            enum: ['person', 'machine'],
          },
          record: { description: 'Id of the deployment.', type: 'string' },
          sha: { description: 'Commit.', type: 'string' },
          version: { description: 'Version.', type: 'string' },
          artifact: { description: 'Artifact.', type: 'string' },
        },
      },
      DeploymentRecord: {
        description: 'A deployment.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'deployment' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['pending', 'executing', 'finished'],
          },
          result: {
            description: 'How it ended.',
            type: 'string',
            enum: [
              'success',
              'failure',
              'error',
              'timeout',
              'cancellation',
              'skip',
            ],
          },
          environment: {
            description:
              'Environment; absent is unknown, and unknown is not production.',
            type: 'string',
          },
          version: { description: 'Version.', type: 'string' },
          sha: { description: 'Commit.', type: 'string' },
          artifact: { description: 'Artifact.', type: 'string' },
          rollback: {
            description:
              'True where its source says that it goes back to something earlier.',
            type: 'boolean',
          },
          chain: {
            description: 'Id shared by everything that one thing set off.',
            type: 'string',
          },
        },
      },
      IncidentRecord: {
        description: 'An incident.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state', 'episodes'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'incident' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          hidden: {
            description:
              'Fields that are left out, since they name a record that is not known to be of a service that the caller may see.',
            type: 'array',
            items: { type: 'string', enum: ['cause', 'mergedInto'] },
          },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['triggered', 'acknowledged', 'resolved'],
          },
          acknowledgedAt: {
            description: 'When it was first acknowledged.',
            type: 'integer',
          },
          severity: {
            description: 'Severity in the words of its source.',
            type: 'string',
          },
          mergedInto: {
            description:
              'Incident it was merged into; it then does not count on its own.',
            type: 'string',
          },
          cause: {
            description: 'What it says of its own cause.',
            allOf: [{ $ref: '#/components/schemas/CauseClaim' }],
          },
          detectedBy: {
            description: 'What noticed it first; absent is unknown.',
            type: 'string',
            enum: ['monitor', 'person'],
          },
          responses: {
            description:
              'Steps of answering it, oldest first; absent where none was told.',
            type: 'array',
            items: {
              description: 'A step of answering it.',
              type: 'object',
              additionalProperties: false,
              required: ['step', 'at'],
              properties: {
                step: {
                  description:
                    'Somebody was called, others were, or somebody took it up.',
                  type: 'string',
                  enum: ['paged', 'escalated', 'acknowledged'],
                },
                at: { description: 'When.', type: 'integer' },
                team: {
                  description: "The source's own name of the rota it was with.",
                  type: 'string',
                },
              },
            },
          },
          chain: {
            description: 'Id shared by everything that one thing set off.',
            type: 'string',
          },
          episodes: {
            description:
              'Times of being open; a reopened incident has several.',
            type: 'array',
            items: { $ref: '#/components/schemas/Episode' },
          },
        },
      },
      ChangeRecord: {
        description: 'A pull request.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'change' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          hidden: {
            description:
              'Fields that are left out, since they name a record that is not known to be of a service that the caller may see.',
            type: 'array',
            items: { type: 'string', enum: ['reverts'] },
          },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['opened', 'merged', 'closed'],
          },
          origin: {
            description:
              'A request, or a push straight to the branch; absent is a request.',
            type: 'string',
            enum: ['request', 'push'],
          },
          branch: { description: 'Branch it goes to.', type: 'string' },
          defaultBranch: {
            description: 'Whether that is the default branch.',
            type: 'boolean',
          },
          sha: { description: 'Merge commit.', type: 'string' },
          commits: { description: 'Commits in it.', type: 'integer' },
          files: { description: 'Files changed.', type: 'integer' },
          additions: { description: 'Lines added.', type: 'integer' },
          deletions: { description: 'Lines removed.', type: 'integer' },
          approvals: {
            description:
              'Approvals by people other than the author; absent is unknown.',
            type: 'integer',
          },
          approvalsSeen: {
            description:
              'Approvals that were told of one by one and stand: at least so many.',
            type: 'integer',
          },
          machineWritten: {
            description:
              'How it is marked as machine-written; absent is no marker.',
            type: 'string',
            enum: ['attested', 'declared', 'inferred'],
          },
          firstAuthoredAt: {
            description: 'When its first commit was written.',
            type: 'integer',
          },
          firstCommitAt: {
            description: 'When its first commit was committed as it is now.',
            type: 'integer',
          },
          headCommitAt: {
            description: 'When its last commit was committed.',
            type: 'integer',
          },
          hotfix: {
            description: 'Whether it was made to mend production.',
            type: 'boolean',
          },
          code: {
            description:
              'Its size without lockfiles, generated and vendored files.',
            type: 'object',
            additionalProperties: false,
            required: ['files', 'sources', 'tests', 'additions', 'deletions'],
            properties: {
              files: { description: 'Files.', type: 'integer' },
              sources: { description: 'Of them source.', type: 'integer' },
              tests: { description: 'Of them tests.', type: 'integer' },
              additions: { description: 'Lines added.', type: 'integer' },
              deletions: { description: 'Lines removed.', type: 'integer' },
            },
          },
          paths: {
            description: 'Files that it touches, at most 200.',
            type: 'array',
            items: { type: 'string' },
          },
          mergeMethod: {
            description: 'How it was merged.',
            type: 'string',
            enum: ['merge', 'squash', 'rebase'],
          },
          authorKind: {
            description: 'Whether a person or a machine asked for it.',
            type: 'string',
            enum: ['person', 'bot'],
          },
          reviews: {
            description:
              'Reviews by others that stand, oldest first; by whom is not told.',
            type: 'array',
            items: { $ref: '#/components/schemas/ChangeReview' },
          },
          provenance: { $ref: '#/components/schemas/ChangeProvenance' },
          bypassed: {
            description: 'Rules that its merge went round; absent is unknown.',
            type: 'array',
            items: { type: 'string' },
          },
          topics: {
            description: 'Keys of issues that it names.',
            type: 'array',
            items: { type: 'string' },
          },
          reverts: { description: 'What it undoes.', type: 'string' },
        },
      },
      ChangeReview: {
        description: 'What somebody other than the author said of a change.',
        type: 'object',
        additionalProperties: false,
        required: ['verdict', 'at'],
        properties: {
          kind: {
            description: 'Whether a person or a machine said it.',
            type: 'string',
            enum: ['person', 'bot'],
          },
          verdict: {
            description: 'What was said.',
            type: 'string',
            enum: ['approve', 'reject', 'comment'],
          },
          at: { description: 'When.', type: 'integer' },
          comments: {
            description: 'Remarks that came with it; absent is unknown.',
            type: 'integer',
          },
        },
      },
      ChangeProvenance: {
        description:
          'What the markers on a change say; a lower bound, since unmarked is not human.',
        type: 'object',
        additionalProperties: false,
        required: [
          'tools',
          'commits',
          'automation',
          'suggestions',
          'none',
          'signedByTool',
          'evidence',
        ],
        properties: {
          level: {
            description:
              'The strongest by which a machine wrote or helped; absent is no such marker.',
            type: 'string',
            enum: ['attested', 'declared', 'inferred'],
          },
          tools: {
            description: 'Tools of those markers.',
            type: 'array',
            items: { type: 'string' },
          },
          fraction: {
            description: 'Share of it in marked commits.',
            type: 'number',
          },
          commits: {
            description:
              'Commits that were read; 0 where the request alone was.',
            type: 'integer',
          },
          automation: {
            description: 'Whether a bot made it that follows rules.',
            type: 'boolean',
          },
          suggestions: {
            description:
              'Whether suggestions of a reviewing machine were taken over.',
            type: 'boolean',
          },
          none: {
            description: 'Whether somebody says that no machine took part.',
            type: 'boolean',
          },
          signedByTool: {
            description: 'Whether a tool signed off, which only people may.',
            type: 'boolean',
          },
          evidence: {
            description: 'Markers as they stand there, the strongest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['marker', 'tool', 'level', 'role', 'text'],
              properties: {
                marker: { description: 'Id of the marker.', type: 'string' },
                tool: {
                  description: 'Whom it is the marker of.',
                  type: 'string',
                },
                level: {
                  description: 'How strong it is.',
                  type: 'string',
                  enum: ['attested', 'declared', 'inferred'],
                },
                role: {
                  description: 'What it says that the tool did.',
                  type: 'string',
                  enum: [
                    'author',
                    'assist',
                    'review-suggestion',
                    'automation',
                    'none',
                  ],
                },
                text: { description: 'As it stands there.', type: 'string' },
              },
            },
          },
        },
      },
      BuildRecord: {
        description: 'One attempt of a pipeline job or run.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'build' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          hidden: {
            description:
              'Fields that are left out, since they name a record that is not known to be of a service that the caller may see.',
            type: 'array',
            items: { type: 'string', enum: ['run'] },
          },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['pending', 'waiting', 'executing', 'finished'],
          },
          result: {
            description: 'How it ended.',
            type: 'string',
            enum: [
              'success',
              'failure',
              'error',
              'timeout',
              'cancellation',
              'skip',
            ],
          },
          queuedAt: {
            description:
              'When it was asked for, or approved where it waited for that.',
            type: 'integer',
          },
          unit: {
            description: 'A whole pipeline run, or one of its jobs.',
            type: 'string',
            enum: ['run', 'job'],
          },
          run: {
            description: 'Record id of the run that a job belongs to.',
            type: 'string',
          },
          runner: { description: 'Label of the runner.', type: 'string' },
          pipeline: { description: 'Name of the pipeline.', type: 'string' },
          sha: { description: 'Commit.', type: 'string' },
          branch: { description: 'Branch.', type: 'string' },
          defaultBranch: {
            description: 'Whether that is the default branch.',
            type: 'boolean',
          },
          attempt: {
            description: 'Number of the attempt, from 1.',
            type: 'integer',
          },
        },
      },
      AlertRecord: {
        description: 'An alert.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'alert' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          hidden: {
            description:
              'Fields that are left out, since they name a record that is not known to be of a service that the caller may see.',
            type: 'array',
            items: { type: 'string', enum: ['incident'] },
          },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['firing', 'acknowledged', 'resolved'],
          },
          acknowledgedAt: {
            description: 'When it was first acknowledged.',
            type: 'integer',
          },
          severity: {
            description: 'Severity in the words of its source.',
            type: 'string',
          },
          incident: { description: 'Incident it led to.', type: 'string' },
          notifications: {
            description:
              'How many times people were told of it; absent where its sender does not tell each time apart.',
            type: 'integer',
          },
          resolvedBy: {
            description: 'What ended it; absent is unknown.',
            type: 'string',
            enum: ['system', 'person'],
          },
          label: {
            description: 'What was said of its use afterwards.',
            type: 'string',
            enum: ['actionable', 'noise'],
          },
          silenced: {
            description: 'That nobody was told, since it was silenced.',
            type: 'boolean',
          },
        },
      },
      FindingRecord: {
        description: 'A security finding.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'subject', 'startedAt', 'state'],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'finding' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it began.', type: 'integer' },
          endedAt: {
            description: 'When it ended; absent while it goes on.',
            type: 'integer',
          },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['open', 'fixed', 'dismissed'],
          },
          severity: {
            description: 'Severity.',
            type: 'string',
            enum: ['critical', 'high', 'medium', 'low'],
          },
          category: {
            description: 'Where it is.',
            type: 'string',
            enum: ['code', 'dependency', 'secret'],
          },
          rule: { description: 'Rule that found it.', type: 'string' },
          identifiers: {
            description:
              'Names others know it by, such as CVE and CWE numbers.',
            type: 'array',
            items: { type: 'string' },
          },
          package: {
            description: 'Package url of the dependency it is in.',
            type: 'string',
          },
          cvss: { description: 'CVSS base score.', type: 'number' },
          knownExploited: {
            description: 'Whether it is known to be exploited.',
            type: 'boolean',
          },
          live: {
            description:
              'Whether a leaked secret still works; absent is unknown.',
            type: 'boolean',
          },
          dismissedAs: {
            description: "Why it was dismissed, in the source's word.",
            type: 'string',
          },
          series: {
            description:
              'Series of reports that name it for as long as it is there.',
            type: 'string',
          },
        },
      },
      ReportRecord: {
        description: 'What CI uploaded about one commit.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'kind',
          'subject',
          'startedAt',
          'state',
          'format',
          'uploads',
        ],
        properties: {
          id: { description: 'Record id, led by its source.', type: 'string' },
          kind: { description: 'Kind of record.', const: 'report' },
          subject: {
            description: "The source's own name of what it happened to.",
            type: 'string',
          },
          startedAt: { description: 'When it was uploaded.', type: 'integer' },
          endedAt: { description: 'The same.', type: 'integer' },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          state: {
            description: 'How far it is.',
            type: 'string',
            enum: ['uploaded'],
          },
          format: {
            description: 'What it is.',
            type: 'string',
            enum: [
              'sarif',
              'cyclonedx',
              'spdx',
              'junit',
              'coverage',
              'git-ai',
              'agent-trace',
              'slo',
              'instrumentation',
            ],
          },
          tool: { description: 'What made it.', type: 'string' },
          sha: { description: 'Commit it speaks of.', type: 'string' },
          branch: { description: 'Branch of that commit.', type: 'string' },
          defaultBranch: {
            description: 'Whether that is the default branch.',
            type: 'boolean',
          },
          series: {
            description:
              'Series of reports it belongs to; they replace each other.',
            type: 'string',
          },
          uploads: {
            description: 'Every time it was uploaded, oldest first.',
            type: 'array',
            items: { type: 'integer' },
          },
          measures: {
            description: 'What it counts.',
            type: 'object',
            additionalProperties: { type: 'number' },
          },
        },
      },
      ServiceRecord: {
        description:
          'Something that happened to a service: the fold over its record events.',
        oneOf: [
          { $ref: '#/components/schemas/DeploymentRecord' },
          { $ref: '#/components/schemas/IncidentRecord' },
          { $ref: '#/components/schemas/ChangeRecord' },
          { $ref: '#/components/schemas/BuildRecord' },
          { $ref: '#/components/schemas/AlertRecord' },
          { $ref: '#/components/schemas/FindingRecord' },
          { $ref: '#/components/schemas/ReportRecord' },
        ],
      },
      AttributionCandidate: {
        description:
          'A deployment that could have been the cause and was not taken.',
        type: 'object',
        additionalProperties: false,
        required: ['record', 'method', 'lagMs', 'confidence', 'whyNot'],
        properties: {
          record: { description: 'Id of the deployment.', type: 'string' },
          method: {
            description: 'Rung that found it.',
            type: 'string',
            enum: [
              'explicit',
              'linked',
              'remediation',
              'temporal',
              'dependency',
              'none',
            ],
          },
          service: {
            description:
              "Entity ref of its service, where that is another than the incident's.",
            type: 'string',
          },
          lagMs: {
            description:
              'Start of impact less start of the deployment, milliseconds.',
            type: 'number',
          },
          confidence: { description: '0 to 1.', type: 'number' },
          whyNot: { description: 'Why another was taken.', type: 'string' },
        },
      },
      Remedy: {
        description:
          'A deployment that undid the cause while the incident lasted.',
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'record', 'undone'],
        properties: {
          kind: {
            description: 'How it made good.',
            type: 'string',
            enum: ['rollback', 'revert', 'hotfix'],
          },
          record: {
            description: 'Id of the deployment that made good.',
            type: 'string',
          },
          finishedAt: {
            description: 'When it finished; absent while it is going on.',
            type: 'integer',
          },
          undone: {
            description:
              'Ids of all deployments it undid, oldest first; one failure is counted.',
            type: 'array',
            items: { type: 'string' },
          },
        },
      },
      CauseDecision: {
        description: "A person's decision on a cause.",
        type: 'object',
        additionalProperties: false,
        required: ['id', 'by', 'at', 'reason'],
        properties: {
          id: { description: 'Id of the decision.', type: 'string' },
          by: { description: 'Entity ref of who decided.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          reason: { description: 'Why.', type: 'string' },
        },
      },
      Attribution: {
        description:
          'The link of one incident to the deployment it is charged to, or the answer that there is none.',
        type: 'object',
        additionalProperties: false,
        required: [
          'incident',
          'incidentStartedAt',
          'method',
          'confidence',
          'profile',
          'ruleVersion',
          'evidence',
          'candidates',
          'incidentOwner',
        ],
        properties: {
          incident: { description: 'Id of the incident.', type: 'string' },
          incidentStartedAt: {
            description: 'Start of impact.',
            type: 'integer',
          },
          method: {
            description: 'How the cause was found.',
            type: 'string',
            enum: [
              'explicit',
              'linked',
              'remediation',
              'temporal',
              'dependency',
              'none',
            ],
          },
          cause: {
            description:
              'Id of the deployment; absent for `none`, and where a person said that no change is the cause.',
            type: 'string',
          },
          causeService: {
            description:
              "Entity ref of the service that is charged, where that is another than the incident's.",
            type: 'string',
          },
          causeHidden: {
            description:
              'True where a deployment of a service is charged that the caller may not see; then nothing of it is told.',
            type: 'boolean',
          },
          named: {
            description:
              "What is named as its cause and is not among the service's own deployments.",
            allOf: [{ $ref: '#/components/schemas/CauseClaim' }],
          },
          namedHidden: {
            description:
              'True where something is named that is not known to be of a service that the caller may see; then `named` is left out.',
            type: 'boolean',
          },
          profile: {
            description: 'Profile by which the cause was sought.',
            type: 'string',
          },
          remedy: {
            description: 'What undid the cause while the incident lasted.',
            allOf: [{ $ref: '#/components/schemas/Remedy' }],
          },
          decision: {
            description: "A person's decision that is in force.",
            allOf: [{ $ref: '#/components/schemas/CauseDecision' }],
          },
          lagMs: {
            description:
              'Start of impact less start of the deployment, milliseconds.',
            type: 'number',
          },
          confidence: {
            description: '0 to 1; high from 0.8, medium from 0.5.',
            type: 'number',
          },
          ruleVersion: {
            description: 'Version of the rule that decided.',
            type: 'string',
          },
          evidence: {
            description: 'Sentences, each one thing that was seen.',
            type: 'array',
            items: { type: 'string' },
          },
          candidates: {
            description: 'Deployments not taken.',
            type: 'array',
            items: { $ref: '#/components/schemas/AttributionCandidate' },
          },
          burst: {
            description:
              'Where it began together with incidents of other services: how many services broke, and when the first and the last began.',
            type: 'object',
            additionalProperties: false,
            required: ['services', 'from', 'to'],
            properties: {
              services: {
                description: 'Number of services, its own among them.',
                type: 'integer',
              },
              from: { description: 'When the first began.', type: 'integer' },
              to: { description: 'When the last began.', type: 'integer' },
              cascade: {
                description:
                  'Where all others depend on one of them: whether it is that one.',
                type: 'string',
                enum: ['root', 'downstream'],
              },
            },
          },
          incidentOwner: {
            description: 'Who owned the service when the incident began.',
            allOf: [{ $ref: '#/components/schemas/OwnerAt' }],
          },
          causeOwner: {
            description:
              'Who owned the service when the deployment began; absent for `none`.',
            allOf: [{ $ref: '#/components/schemas/OwnerAt' }],
          },
        },
      },
      PastAttribution: {
        description: 'A link as it was in force for a time.',
        type: 'object',
        additionalProperties: false,
        required: ['attribution', 'decidedAt'],
        properties: {
          attribution: {
            description: 'The link.',
            allOf: [{ $ref: '#/components/schemas/Attribution' }],
          },
          decidedAt: { description: 'Since when.', type: 'integer' },
          supersededAt: {
            description: 'Until when; absent for the one in force.',
            type: 'integer',
          },
        },
      },
      CauseOverrideEntry: {
        description: 'A decision on a cause with all that became of it.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'by', 'at', 'reason'],
        properties: {
          id: { description: 'Id of the decision.', type: 'string' },
          by: { description: 'Entity ref of who decided.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          reason: { description: 'Why.', type: 'string' },
          cause: {
            description:
              'Id of the deployment that is charged; absent where no change is the cause.',
            type: 'string',
          },
          causeHidden: {
            description:
              'True where one is charged that the caller may not read.',
            type: 'boolean',
          },
          withdrawn: {
            description: 'How it ended; absent while it is in force.',
            type: 'object',
            additionalProperties: false,
            required: ['by', 'at', 'reason'],
            properties: {
              by: {
                description: 'Entity ref of who withdrew it.',
                type: 'string',
              },
              at: { description: 'When.', type: 'integer' },
              reason: { description: 'Why.', type: 'string' },
            },
          },
        },
      },
      AffectedService: {
        description:
          'A service near an incident: what it is to it, and what was seen of it.',
        type: 'object',
        additionalProperties: false,
        required: ['service', 'relation', 'state', 'ownerThen'],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          relation: {
            description:
              'Itself, one that it depends on, or one that depends on it.',
            type: 'string',
            enum: ['itself', 'dependency', 'dependent'],
          },
          state: {
            description:
              'Whether an alert fired or an incident began while this one lasted; unknown where nobody tells of them.',
            type: 'string',
            enum: ['affected', 'not-affected', 'unknown'],
          },
          since: {
            description: 'First alert or incident in that time.',
            type: 'integer',
          },
          ownerThen: {
            description: 'Who owned it when the incident began.',
            allOf: [{ $ref: '#/components/schemas/OwnerAt' }],
          },
        },
      },
      Burst: {
        description:
          'Incidents of at least three services that began within two minutes of each other: one event of the platform.',
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'incidents'],
        properties: {
          from: {
            description: 'When the first of them began.',
            type: 'integer',
          },
          to: { description: 'When the last of them began.', type: 'integer' },
          incidents: {
            description: 'All of them that the caller may read, oldest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['incident', 'service', 'startedAt'],
              properties: {
                incident: {
                  description: 'Id of the incident.',
                  type: 'string',
                },
                service: {
                  description: 'Entity ref of its service.',
                  type: 'string',
                },
                startedAt: { description: 'When it began.', type: 'integer' },
              },
            },
          },
        },
      },
      IncidentResponse: {
        description: 'An incident, what caused it and what was near it.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'incident',
          'history',
          'decisions',
          'records',
          'affected',
          'ownerNow',
          'mayDecide',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          incident: {
            description: 'The incident.',
            allOf: [{ $ref: '#/components/schemas/IncidentRecord' }],
          },
          attribution: {
            description:
              'The link in force; absent for one that was merged into another.',
            allOf: [{ $ref: '#/components/schemas/Attribution' }],
          },
          linkedAt: {
            description: 'Since when it stands; absent where none is kept.',
            type: 'integer',
          },
          history: {
            description: 'Earlier links, newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/PastAttribution' },
          },
          decisions: {
            description: 'Decisions, newest first, withdrawn ones among them.',
            type: 'array',
            items: { $ref: '#/components/schemas/CauseOverrideEntry' },
          },
          records: {
            description:
              'Deployments, alerts and incidents from two hours before the impact until an hour after the end, and all that the link names. Oldest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/ServiceRecord' },
          },
          affected: {
            description:
              'Services along the dependencies of the catalog, one hop.',
            type: 'array',
            items: { $ref: '#/components/schemas/AffectedService' },
          },
          burst: {
            description: 'The event of the platform that it is part of.',
            allOf: [{ $ref: '#/components/schemas/Burst' }],
          },
          ownerNow: {
            description: 'Who owns the service now.',
            allOf: [{ $ref: '#/components/schemas/OwnerAt' }],
          },
          mayDecide: {
            description:
              'Whether the caller may decide the cause; false for the past.',
            type: 'boolean',
          },
        },
      },
      CauseRequest: {
        description: 'Who is to be charged, or nobody, and why.',
        type: 'object',
        additionalProperties: false,
        required: ['cause', 'reason'],
        properties: {
          cause: {
            description:
              'Id of a deployment of any service that the caller may read; null: no change is the cause.',
            type: ['string', 'null'],
            minLength: 1,
            maxLength: 300,
          },
          reason: {
            description: 'Why, 10 to 2,000 characters without line breaks.',
            type: 'string',
            maxLength: 4000,
          },
          preview: {
            description: 'True to see the effect without anything being kept.',
            type: 'boolean',
          },
        },
      },
      WithdrawalRequest: {
        description: 'Why a decision is withdrawn.',
        type: 'object',
        additionalProperties: false,
        required: ['reason'],
        properties: {
          reason: {
            description: 'Why, 10 to 2,000 characters without line breaks.',
            type: 'string',
            maxLength: 4000,
          },
          preview: {
            description: 'True to see the effect without anything being kept.',
            type: 'boolean',
          },
        },
      },
      CauseResponse: {
        description:
          'The link before and after, and what else changes with it.',
        type: 'object',
        additionalProperties: false,
        required: ['kept', 'changeFailRate'],
        properties: {
          kept: { description: 'False for a preview.', type: 'boolean' },
          before: {
            description: 'The link before.',
            allOf: [{ $ref: '#/components/schemas/Attribution' }],
          },
          after: {
            description: 'The link after.',
            allOf: [{ $ref: '#/components/schemas/Attribution' }],
          },
          changeFailRate: {
            description: 'Change fail rates that are others before and after.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['service'],
              properties: {
                service: { description: 'Entity ref.', type: 'string' },
                before: {
                  description: 'Before; absent is unknown.',
                  type: 'number',
                },
                after: {
                  description: 'After; absent is unknown.',
                  type: 'number',
                },
              },
            },
          },
        },
      },
      ChangesResponse: {
        description: 'Merged changes of a service.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'asOf',
          'window',
          'total',
          'matching',
          'provenanceKnown',
          'makers',
          'changes',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          window: {
            description: 'What was looked at.',
            type: 'object',
            additionalProperties: false,
            required: ['from', 'to'],
            properties: {
              from: { description: 'Inclusive.', type: 'integer' },
              to: { description: 'Exclusive.', type: 'integer' },
            },
          },
          total: { description: 'Changes of the window.', type: 'integer' },
          matching: {
            description: 'Of them those that were asked for.',
            type: 'integer',
          },
          provenanceKnown: {
            description:
              'Changes whose commits were read for markers, or that carry one.',
            type: 'integer',
          },
          makers: {
            description: 'How changes fared by what made them.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'maker',
                'changes',
                'remarked',
                'reworked',
                'brokeSomething',
              ],
              properties: {
                maker: { $ref: '#/components/schemas/ChangeMaker' },
                changes: { description: 'How many.', type: 'integer' },
                remarked: { $ref: '#/components/schemas/ToldCount' },
                reworked: { $ref: '#/components/schemas/ToldCount' },
                brokeSomething: { $ref: '#/components/schemas/ToldCount' },
              },
            },
          },
          changes: {
            description: 'Newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/ServiceChange' },
          },
          nextCursor: {
            description: 'Where the next page begins; absent at the end.',
            type: 'string',
          },
        },
      },
      ChangeMaker: {
        description:
          'What made a change, as far as its markers say; `rest` is unmarked, not human.',
        type: 'string',
        enum: ['machine', 'automation', 'rest'],
      },
      ToldCount: {
        description: 'How many, of those of which it is told.',
        type: 'object',
        additionalProperties: false,
        required: ['yes', 'of'],
        properties: {
          yes: { description: 'So many.', type: 'integer' },
          of: { description: 'Of so many.', type: 'integer' },
        },
      },
      ServiceChange: {
        description: 'A merged change; what is absent is unknown.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'openedAt',
          'mergedAt',
          'origin',
          'maker',
          'areas',
          'incidents',
        ],
        properties: {
          id: { description: 'Record id.', type: 'string' },
          title: { description: 'Title.', type: 'string' },
          url: { description: 'Where to look at it.', type: 'string' },
          openedAt: { description: 'When it was asked for.', type: 'integer' },
          mergedAt: { description: 'When it was merged.', type: 'integer' },
          origin: {
            description: 'A request, or a push straight to the branch.',
            type: 'string',
            enum: ['request', 'push'],
          },
          maker: { $ref: '#/components/schemas/ChangeMaker' },
          provenance: { $ref: '#/components/schemas/ChangeProvenance' },
          hotfix: {
            description: 'Whether it was made to mend production.',
            type: 'boolean',
          },
          reverts: { description: 'What it undoes.', type: 'string' },
          lines: {
            description: 'Lines added and removed.',
            type: 'object',
            additionalProperties: false,
            required: ['count', 'whole'],
            properties: {
              count: { description: 'How many.', type: 'integer' },
              whole: {
                description:
                  'Whether lockfiles, generated and vendored files are in it.',
                type: 'boolean',
              },
            },
          },
          files: { description: 'Files.', type: 'integer' },
          tests: {
            description: 'Whether it touches tests, where it touches source.',
            type: 'boolean',
          },
          areas: {
            description: 'The two uppermost folders of its paths, at most 20.',
            type: 'array',
            items: { type: 'string' },
          },
          approvals: {
            description: 'Approvals by people other than the author.',
            type: 'integer',
          },
          approvalsSeen: {
            description:
              'Those that were told of one by one, where nobody told of all: at least so many.',
            type: 'integer',
          },
          remarks: {
            description: 'Remarks by people other than the author, at least.',
            type: 'integer',
          },
          byOwner: {
            description:
              'Whether the group that owned the service then wrote it or approved it with care.',
            type: 'boolean',
          },
          bypassed: {
            description: 'Rules that its merge went round.',
            type: 'array',
            items: { type: 'string' },
          },
          reworked: {
            description: 'Whether a later change mended it within 21 days.',
            type: 'boolean',
          },
          deployment: {
            description: 'The production deployment that brought it.',
            type: 'object',
            additionalProperties: false,
            required: ['id', 'at'],
            properties: {
              id: { description: 'Record id.', type: 'string' },
              at: { description: 'When it was through.', type: 'integer' },
            },
          },
          incidents: {
            description: 'Record ids of incidents charged to that deployment.',
            type: 'array',
            items: { type: 'string' },
          },
          incidentsHidden: {
            description:
              'Number of those that are of services that the caller may not see and stand not among them.',
            type: 'integer',
          },
          hidden: {
            description:
              'Fields that are left out, since they name a record that is not known to be of a service that the caller may see.',
            type: 'array',
            items: { type: 'string', enum: ['reverts'] },
          },
        },
      },
      OwnershipResponse: {
        description: 'How a group looks after its services.',
        type: 'object',
        additionalProperties: false,
        required: ['team', 'asOf', 'services'],
        properties: {
          team: {
            description: 'The group.',
            type: 'object',
            additionalProperties: false,
            required: ['groupRef', 'title'],
            properties: {
              groupRef: { description: 'Its entity ref.', type: 'string' },
              title: { description: 'Its title.', type: 'string' },
            },
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          services: {
            description: 'By ref.',
            type: 'array',
            items: { $ref: '#/components/schemas/OwnedService' },
          },
          nextCursor: {
            description: 'Where the next page begins; absent at the end.',
            type: 'string',
          },
        },
      },
      OwnedService: {
        description: 'A service with its facts of ownership.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'title', 'owner', 'facts'],
        properties: {
          entityRef: { description: 'The service.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
          owner: {
            description: 'The group of the tree that owns it.',
            type: 'string',
          },
          facts: {
            description: 'Those that were assessed.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'unit', 'sampleSize', 'because'],
              properties: {
                id: { description: 'Id of the fact.', type: 'string' },
                unit: { description: 'Its unit.', type: 'string' },
                value: {
                  description: 'Absent where it is unknown.',
                  type: ['number', 'boolean', 'string', 'array', 'object'],
                },
                reason: { description: 'Why it is unknown.', type: 'string' },
                sampleSize: {
                  description: 'Records looked at.',
                  type: 'integer',
                },
                because: { description: 'One sentence.', type: 'string' },
              },
            },
          },
        },
      },
      MetricResponse: {
        description: 'A fact over one window and environment.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'question',
          'definition',
          'windowDays',
          'ownWindowDays',
          'environment',
          'environments',
          'asOf',
          'current',
          'series',
          'values',
          'benchmarks',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          question: {
            description: 'The question that the fact answers.',
            type: 'string',
          },
          definition: {
            description: 'Where the definition comes from.',
            type: 'string',
          },
          ladder: {
            description:
              'What is thought good; absent where any aim would do harm, or nobody knows one.',
            type: 'object',
            additionalProperties: false,
            required: ['better', 'bronze', 'silver', 'gold', 'basis'],
            properties: {
              better: {
                description: 'Which way is better.',
                type: 'string',
                enum: ['lower', 'higher'],
              },
              bronze: {
                description:
                  'In the unit of the fact; a value that is equal is on the rung.',
                type: 'number',
              },
              silver: { description: 'The same for silver.', type: 'number' },
              gold: { description: 'The same for gold.', type: 'number' },
              basis: {
                description:
                  'Whether its numbers are published, derived from such, or our convention.',
                type: 'string',
                enum: ['published', 'derived', 'convention'],
              },
            },
          },
          gaming: {
            description:
              'How it can be made to look good, and what to look at beside it.',
            type: 'string',
          },
          windowDays: {
            description: 'Days looked back; 0 for facts about now.',
            type: 'number',
          },
          ownWindowDays: {
            description:
              'Days that the fact looks back by itself, over which its days are kept.',
            type: 'number',
          },
          environment: {
            description: 'Environment looked at.',
            type: 'string',
          },
          environments: {
            description:
              'Environments that can be asked for, production first.',
            type: 'array',
            items: { type: 'string' },
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          current: {
            description: 'The value, or why there is none.',
            allOf: [{ $ref: '#/components/schemas/FactValue' }],
          },
          series: {
            description:
              'The same fact at the ends of past windows, oldest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['at', 'sampleSize'],
              properties: {
                at: { description: 'End of the window.', type: 'integer' },
                value: {
                  description: 'Value; absent where there is none.',
                  type: 'number',
                },
                reason: { description: 'Why there is none.', type: 'string' },
                sampleSize: {
                  description: 'Number of records looked at.',
                  type: 'integer',
                },
              },
            },
          },
          values: {
            description:
              'Single values in the current window, newest first; at most 1,000.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['record', 'at', 'value'],
              properties: {
                record: { description: 'Id of the record.', type: 'string' },
                at: { description: 'When it counts.', type: 'integer' },
                value: {
                  description: 'In the unit of the fact.',
                  type: 'number',
                },
              },
            },
          },
          benchmarks: {
            description:
              'Answers of published scales that the value falls into.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['edition', 'source', 'answer'],
              properties: {
                edition: {
                  description: 'Edition of the survey.',
                  type: 'string',
                },
                source: {
                  description: 'Where it was published.',
                  type: 'string',
                },
                answer: {
                  description: 'The answer of its scale.',
                  type: 'string',
                },
              },
            },
          },
        },
      },
      DayValue: {
        description: 'What a day says of a fact.',
        type: 'object',
        additionalProperties: false,
        properties: {
          value: {
            description:
              'In the unit of the fact; absent where it was unknown.',
            type: 'number',
          },
          reason: { description: 'Why it was unknown.', type: 'string' },
        },
      },
      RevisionsResponse: {
        description: 'Closed days of a fact that were told again.',
        type: 'object',
        additionalProperties: false,
        required: ['service', 'fact', 'from', 'to', 'days', 'truncated'],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          fact: { description: 'Id of the fact.', type: 'string' },
          from: { description: 'First UTC day looked at.', type: 'string' },
          to: { description: 'Last UTC day looked at.', type: 'string' },
          days: {
            description: 'Days that were told again, newest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['day', 'earlier'],
              properties: {
                day: { description: 'UTC day.', type: 'string' },
                now: {
                  description:
                    'What it says now; absent where the day is not kept any more.',
                  allOf: [{ $ref: '#/components/schemas/DayValue' }],
                },
                then: {
                  description:
                    'What it said to who looked as of `at`; absent for days that were not over then.',
                  allOf: [{ $ref: '#/components/schemas/DayValue' }],
                },
                earlier: {
                  description: 'What it said before, the earliest first.',
                  type: 'array',
                  items: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['stoodUntil'],
                    properties: {
                      value: {
                        description:
                          'In the unit of the fact; absent where it was unknown.',
                        type: 'number',
                      },
                      reason: {
                        description: 'Why it was unknown.',
                        type: 'string',
                      },
                      stoodUntil: {
                        description: 'When another value took its place.',
                        type: 'integer',
                      },
                    },
                  },
                },
              },
            },
          },
          truncated: {
            description:
              'Whether older days were left out; ask for an earlier `to`.',
            type: 'boolean',
          },
        },
      },
      AttributionWindowResponse: {
        description:
          'The attribution window of a service, and the one that its known causes propose.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'asOf',
          'inForce',
          'proposal',
          'from',
          'lags',
          'totalLags',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          inForce: {
            description: 'The window that holds.',
            type: 'object',
            additionalProperties: false,
            required: ['origin', 'profile'],
            properties: {
              windowMs: {
                description:
                  'Milliseconds; absent where the profile has no window.',
                type: 'integer',
              },
              origin: {
                description:
                  'The annotation of the service, the configuration, or what holds where neither says anything.',
                type: 'string',
                enum: ['annotation', 'configuration', 'default'],
              },
              profile: {
                description: 'Name of the profile by which causes are sought.',
                type: 'string',
              },
            },
          },
          proposal: {
            description: 'The window that is proposed, or that nothing can be.',
            type: 'object',
            additionalProperties: false,
            required: ['status', 'sampleSize', 'interval', 'because'],
            properties: {
              status: {
                description: '`unsure` proposes nothing.',
                type: 'string',
                enum: ['proposed', 'unsure'],
              },
              windowMs: {
                description:
                  'Whole hours, in milliseconds; where nothing is proposed, the window that holds.',
                type: 'integer',
              },
              sampleSize: {
                description: 'Number of known causes it comes of.',
                type: 'integer',
              },
              interval: {
                description:
                  '95 % interval of the 95th percentile of the lags; a bound is absent where there are too few.',
                type: 'object',
                additionalProperties: false,
                properties: {
                  lowMs: { description: 'Milliseconds.', type: 'number' },
                  highMs: { description: 'Milliseconds.', type: 'number' },
                },
              },
              because: { description: 'One sentence.', type: 'string' },
            },
          },
          from: {
            description:
              'Known causes were looked for in incidents begun since then.',
            type: 'integer',
          },
          lags: {
            description:
              'Known causes with how long they took to show, newest first; at most 1,000.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['incident', 'cause', 'method', 'at', 'lagMs'],
              properties: {
                incident: {
                  description: 'Id of the incident.',
                  type: 'string',
                },
                cause: { description: 'Id of the deployment.', type: 'string' },
                version: {
                  description:
                    'Version of the deployment, where its source names it.',
                  type: 'string',
                },
                sha: {
                  description:
                    'Commit of the deployment, where its source names it.',
                  type: 'string',
                },
                method: {
                  description: 'How the cause was found.',
                  type: 'string',
                  enum: ['explicit', 'linked', 'remediation'],
                },
                at: {
                  description:
                    'The instant of the incident that the window is compared with.',
                  type: 'integer',
                },
                lagMs: {
                  description:
                    'From the end of the rollout, or from its start where nobody told of the end; 0 while it went on.',
                  type: 'integer',
                },
              },
            },
          },
          totalLags: {
            description: 'Number of all known causes.',
            type: 'integer',
          },
          effect: {
            description:
              'What would change with the proposal; absent where nothing is proposed.',
            type: 'object',
            additionalProperties: false,
            required: ['from', 'to', 'incidents', 'otherwise'],
            properties: {
              from: {
                description: 'Incidents begun since then were looked at.',
                type: 'integer',
              },
              to: { description: 'Until then.', type: 'integer' },
              incidents: {
                description: 'Number of incidents looked at.',
                type: 'integer',
              },
              otherwise: {
                description:
                  'Number of those that another deployment, or none, would be charged with.',
                type: 'integer',
              },
            },
          },
        },
      },
      AttestationEntry: {
        description: 'What a group said of a service.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'at', 'verdict', 'owner'],
        properties: {
          id: { description: 'Id of the attestation.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          verdict: {
            description: 'Whether the service is theirs.',
            type: 'string',
            enum: ['confirmed', 'rejected'],
          },
          owner: {
            description: 'Entity ref of the group that owned it then.',
            type: 'string',
          },
          reason: { description: 'Why, where it was said.', type: 'string' },
        },
      },
      AttestationDue: {
        description: 'Whether the owner of a service is to attest it.',
        type: 'object',
        additionalProperties: false,
        required: ['state', 'because'],
        properties: {
          state: {
            description:
              '`never-asked`: nobody is asked; `fresh`: not yet, or answered of late; `due`; `overdue`: for more than 30 days.',
            type: 'string',
            enum: ['never-asked', 'fresh', 'due', 'overdue'],
          },
          at: {
            description:
              'When it is due, past or to come; absent where nobody is asked.',
            type: 'integer',
          },
          since: {
            description:
              'Since when it is in that state; absent where nobody is asked.',
            type: 'integer',
          },
          because: { description: 'One sentence.', type: 'string' },
        },
      },
      AttestationResponse: {
        description: 'Attestations of a service, and when the next one is due.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'asOf',
          'everyDays',
          'due',
          'entries',
          'mayAttest',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          everyDays: {
            description: 'Days between two attestations; 0 is never asked.',
            type: 'integer',
          },
          due: {
            description: 'Whether it is to be attested.',
            allOf: [{ $ref: '#/components/schemas/AttestationDue' }],
          },
          last: {
            description:
              'The last by the owner of today since it owns the service.',
            allOf: [{ $ref: '#/components/schemas/AttestationEntry' }],
          },
          entries: {
            description: 'All by whichever owner, newest first, at most 100.',
            type: 'array',
            items: { $ref: '#/components/schemas/AttestationEntry' },
          },
          mayAttest: {
            description: 'Whether the caller may attest.',
            type: 'boolean',
          },
        },
      },
      AttestationRequest: {
        description: "Whether a service is one's own.",
        type: 'object',
        additionalProperties: false,
        required: ['verdict'],
        properties: {
          verdict: {
            description: 'Whether it is.',
            type: 'string',
            enum: ['confirmed', 'rejected'],
          },
          reason: {
            description:
              'Why, 3 to 2,000 characters without line breaks; needed for a rejection.',
            type: 'string',
            maxLength: 4000,
          },
        },
      },
      DueAttestation: {
        description: 'A service that its owner is to attest.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'title', 'owner', 'everyDays', 'due'],
        properties: {
          entityRef: {
            description: 'Entity ref in lower case.',
            type: 'string',
          },
          title: {
            description: 'Title, or the name where it has none.',
            type: 'string',
          },
          owner: {
            description:
              'The group that owns it: the group asked for or one below.',
            type: 'string',
          },
          everyDays: {
            description: 'Days between two attestations.',
            type: 'integer',
          },
          due: {
            description: 'Since when; due or overdue.',
            allOf: [{ $ref: '#/components/schemas/AttestationDue' }],
          },
          last: {
            description: 'The last by that owner since it owns the service.',
            allOf: [{ $ref: '#/components/schemas/AttestationEntry' }],
          },
        },
      },
      AttestationsResponse: {
        description: 'Services that a group is to attest.',
        type: 'object',
        additionalProperties: false,
        required: ['team', 'asOf', 'services', 'total'],
        properties: {
          team: {
            description: 'The group asked for.',
            allOf: [{ $ref: '#/components/schemas/TeamSummary' }],
          },
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          services: {
            description: 'One page, the longest due first.',
            type: 'array',
            items: { $ref: '#/components/schemas/DueAttestation' },
          },
          total: {
            description: 'Number of services on all pages.',
            type: 'integer',
          },
          nextCursor: {
            description: 'Begin of the next page; absent on the last one.',
            type: 'string',
          },
        },
      },
      DeploymentResponse: {
        description:
          'A deployment, what it brought and what it is charged with.',
        type: 'object',
        additionalProperties: false,
        required: ['service', 'deployment', 'owner', 'contents', 'charges'],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          deployment: {
            description: 'The deployment.',
            allOf: [{ $ref: '#/components/schemas/DeploymentRecord' }],
          },
          owner: {
            description: 'Who owned the service when it began.',
            allOf: [{ $ref: '#/components/schemas/OwnerAt' }],
          },
          previous: {
            description: 'Id of what its environment ran before it.',
            type: 'string',
          },
          next: {
            description: 'Id of what its environment ran after it.',
            type: 'string',
          },
          contents: {
            description: 'What it brought.',
            oneOf: [
              {
                type: 'object',
                additionalProperties: false,
                required: ['status', 'changes'],
                properties: {
                  status: { description: 'It is known.', const: 'known' },
                  changes: {
                    description:
                      'Changes that were not deployed before, oldest merged first.',
                    type: 'array',
                    items: { $ref: '#/components/schemas/ChangeRecord' },
                  },
                },
              },
              {
                type: 'object',
                additionalProperties: false,
                required: ['status', 'because'],
                properties: {
                  status: {
                    description: 'The first of its environment, or not known.',
                    type: 'string',
                    enum: ['first', 'unknown'],
                  },
                  because: { description: 'Why.', type: 'string' },
                },
              },
            ],
          },
          redeployOf: {
            description: 'Id of the deployment that already ran the same.',
            type: 'string',
          },
          undoes: {
            description: 'Ids of the deployments that it undid, oldest first.',
            type: 'array',
            items: { type: 'string' },
          },
          charges: {
            description: 'Incidents charged to it, oldest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['attribution', 'incident'],
              properties: {
                attribution: {
                  description: 'The link.',
                  allOf: [{ $ref: '#/components/schemas/Attribution' }],
                },
                incident: {
                  description: 'The incident.',
                  allOf: [{ $ref: '#/components/schemas/IncidentRecord' }],
                },
              },
            },
          },
        },
      },
      Window: {
        description: 'What was looked at.',
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to'],
        properties: {
          from: { description: 'Begin, inclusive.', type: 'integer' },
          to: { description: 'End, exclusive.', type: 'integer' },
        },
      },
      FactPart: {
        description: 'A part of the value of a fact.',
        type: 'object',
        additionalProperties: false,
        required: ['key', 'value', 'records'],
        properties: {
          key: { description: 'What the part is about.', type: 'string' },
          value: { description: 'Value of the part.', type: 'number' },
          records: {
            description: 'Ids of the records behind it.',
            type: 'array',
            items: { type: 'string' },
          },
        },
      },
      Interval: {
        description: '95 % interval of a ratio (Wilson).',
        type: 'object',
        additionalProperties: false,
        required: ['low', 'high'],
        properties: {
          low: { description: 'Lower bound.', type: 'number' },
          high: { description: 'Upper bound.', type: 'number' },
        },
      },
      Distribution: {
        description:
          'How single values spread, in the unit of the fact; quantiles by linear interpolation.',
        type: 'object',
        additionalProperties: false,
        required: [
          'count',
          'min',
          'p25',
          'p50',
          'p75',
          'p90',
          'p95',
          'max',
          'bins',
        ],
        properties: {
          count: { description: 'Number of values.', type: 'integer' },
          min: { description: 'Least value.', type: 'number' },
          p25: { description: 'First quartile.', type: 'number' },
          p50: { description: 'Median.', type: 'number' },
          p75: { description: 'Third quartile.', type: 'number' },
          p90: { description: '90th percentile.', type: 'number' },
          p95: { description: '95th percentile.', type: 'number' },
          max: { description: 'Greatest value.', type: 'number' },
          bins: {
            description: 'Counts by range, lowest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['from', 'count'],
              properties: {
                from: { description: 'Begin, inclusive.', type: 'number' },
                to: {
                  description: 'End, exclusive; absent where it is open.',
                  type: 'number',
                },
                count: { description: 'Values in it.', type: 'integer' },
              },
            },
          },
        },
      },
      KnownFact: {
        description: 'A measured value.',
        type: 'object',
        additionalProperties: false,
        required: [
          'status',
          'value',
          'id',
          'unit',
          'sampleSize',
          'window',
          'observedAt',
          'evidence',
          'evidenceCount',
          'because',
        ],
        properties: {
          status: { description: 'The value is known.', const: 'known' },
          value: {
            description: 'The value in its unit.',
            type: ['number', 'boolean', 'string', 'array', 'object'],
          },
          interval: {
            description: 'How sure the ratio is.',
            allOf: [{ $ref: '#/components/schemas/Interval' }],
          },
          parts: {
            description: 'Parts of the value.',
            type: 'array',
            items: { $ref: '#/components/schemas/FactPart' },
          },
          distribution: {
            description: 'How the single values behind a quantile spread.',
            allOf: [{ $ref: '#/components/schemas/Distribution' }],
          },
          id: { description: 'Id of the fact.', type: 'string' },
          unit: {
            description: 'Unit of the value.',
            type: 'string',
            enum: [
              'ratio',
              'count',
              'per-week',
              'seconds',
              'days',
              'years',
              'lines',
              'people',
              'level',
              'points',
              'boolean',
              'text',
              'instant',
              'texts',
              'labels',
            ],
          },
          sampleSize: {
            description: 'Number of records looked at.',
            type: 'integer',
          },
          window: {
            description: 'What was looked at.',
            allOf: [{ $ref: '#/components/schemas/Window' }],
          },
          observedAt: { description: 'When it was measured.', type: 'integer' },
          evidence: {
            description:
              'Ids of records behind the value, newest first, possibly cut.',
            type: 'array',
            items: { type: 'string' },
          },
          evidenceCount: {
            description: 'Whole number of records behind the value.',
            type: 'integer',
          },
          because: {
            description: 'One sentence that says how or why.',
            type: 'string',
          },
        },
      },
      UnknownFact: {
        description: 'A fact without a value: never a pass, a fail or a zero.',
        type: 'object',
        additionalProperties: false,
        required: [
          'status',
          'reason',
          'id',
          'unit',
          'sampleSize',
          'window',
          'observedAt',
          'evidence',
          'evidenceCount',
          'because',
        ],
        properties: {
          status: { description: 'The value is unknown.', const: 'unknown' },
          reason: {
            description: 'Why it is unknown.',
            type: 'string',
            enum: [
              'no-source',
              'never-collected',
              'insufficient-data',
              'stale',
              'too-few-people',
              'not-applicable',
              'error',
            ],
          },
          id: { description: 'Id of the fact.', type: 'string' },
          unit: {
            description: 'Unit of the value.',
            type: 'string',
            enum: [
              'ratio',
              'count',
              'per-week',
              'seconds',
              'days',
              'years',
              'lines',
              'people',
              'level',
              'points',
              'boolean',
              'text',
              'instant',
              'texts',
              'labels',
            ],
          },
          sampleSize: {
            description: 'Number of records looked at.',
            type: 'integer',
          },
          window: {
            description: 'What was looked at.',
            allOf: [{ $ref: '#/components/schemas/Window' }],
          },
          observedAt: { description: 'When it was measured.', type: 'integer' },
          evidence: {
            description:
              'Ids of records behind the value, newest first, possibly cut.',
            type: 'array',
            items: { type: 'string' },
          },
          evidenceCount: {
            description: 'Whole number of records behind the value.',
            type: 'integer',
          },
          because: {
            description: 'One sentence that says how or why.',
            type: 'string',
          },
        },
      },
      FactValue: {
        description:
          'A measured value of a service or an unknown with a reason.',
        oneOf: [
          { $ref: '#/components/schemas/KnownFact' },
          { $ref: '#/components/schemas/UnknownFact' },
        ],
      },
      Operand: {
        description: 'A value that a clause saw.',
        type: 'object',
        additionalProperties: false,
        required: ['expression', 'value'],
        properties: {
          expression: {
            description: 'The operand as written.',
            type: 'string',
          },
          value: { description: 'Its value as printed.', type: 'string' },
        },
      },
      Clause: {
        description: 'One clause of the expression of a check.',
        type: 'object',
        additionalProperties: false,
        required: ['text', 'outcome', 'operands', 'facts'],
        properties: {
          text: { description: 'The clause as written.', type: 'string' },
          outcome: {
            description: 'What it came to.',
            type: 'string',
            enum: ['true', 'false', 'unknown'],
          },
          operands: {
            description: 'Operands that are not constants.',
            type: 'array',
            items: { $ref: '#/components/schemas/Operand' },
          },
          facts: {
            description: 'Facts it reads.',
            type: 'array',
            items: { type: 'string' },
          },
        },
      },
      Severity: {
        description: 'How bad it is where a check does not pass.',
        type: 'string',
        enum: ['low', 'medium', 'high', 'critical'],
      },
      CheckResult: {
        description: 'The outcome of one check for one service.',
        type: 'object',
        additionalProperties: false,
        required: [
          'check',
          'title',
          'burden',
          'status',
          'mode',
          'severity',
          'weight',
          'because',
          'clauses',
          'facts',
        ],
        properties: {
          check: { description: 'Id of the check.', type: 'string' },
          title: { description: 'Title of the check.', type: 'string' },
          burden: {
            description: 'Burden it belongs to.',
            type: 'string',
            enum: [
              'pipeline',
              'reliability',
              'observability',
              'security',
              'ownership',
            ],
          },
          status: {
            description: 'The outcome.',
            type: 'string',
            enum: [
              'pass',
              'warn',
              'fail',
              'exempt',
              'unknown',
              'not-applicable',
            ],
          },
          mode: {
            description:
              'The mode in force. Only `enforce` holds back a level; `audit` is in no sum.',
            type: 'string',
            enum: ['audit', 'warn', 'enforce'],
          },
          severity: { $ref: '#/components/schemas/Severity' },
          weight: { description: 'Points a pass gives.', type: 'number' },
          level: {
            description: 'Level that needs this check.',
            type: 'string',
          },
          error: {
            description:
              'It is unknown since it could not be computed, although every fact is known.',
            type: 'boolean',
          },
          exemption: {
            description: 'Why it need not pass for now.',
            type: 'object',
            additionalProperties: false,
            required: ['id', 'until'],
            properties: {
              id: { description: 'Id of the exemption.', type: 'string' },
              until: {
                description: 'When it ends, epoch milliseconds.',
                type: 'number',
              },
            },
          },
          enforceFrom: {
            description:
              'It will enforce from this instant on, epoch milliseconds.',
            type: 'number',
          },
          effortDays: {
            description: 'Days of work that mending takes, by its author.',
            type: 'number',
          },
          links: {
            description: 'Where to read on.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'url'],
              properties: {
                title: { description: 'What is there.', type: 'string' },
                url: { description: 'Its address.', type: 'string' },
              },
            },
          },
          skill: {
            description: 'A skill that an AI agent may use to mend it.',
            type: 'string',
          },
          because: {
            description: 'One sentence that says why.',
            type: 'string',
          },
          clauses: {
            description: 'Clauses with the values they saw.',
            type: 'array',
            items: { $ref: '#/components/schemas/Clause' },
          },
          facts: {
            description: 'Facts the expression reads.',
            type: 'array',
            items: { type: 'string' },
          },
          remediation: { description: 'What to do about it.', type: 'string' },
          since: {
            description: 'Since when the status is what it is.',
            type: 'integer',
          },
        },
      },
      Coverage: {
        description:
          'Share of applicable checks with a known result, as its two numbers.',
        type: 'object',
        additionalProperties: false,
        required: ['known', 'applicable'],
        properties: {
          known: {
            description: 'Checks with a known result.',
            type: 'integer',
          },
          applicable: { description: 'Checks that apply.', type: 'integer' },
        },
      },
      LevelResult: {
        description: 'Where a service stands on the ladder of a scorecard.',
        type: 'object',
        additionalProperties: false,
        required: ['rank', 'ladder', 'blockedBy'],
        properties: {
          name: {
            description: 'Level reached; absent where not even the first is.',
            type: 'string',
          },
          rank: {
            description: '0 for none, 1 for the first level.',
            type: 'integer',
          },
          ladder: {
            description: 'Names of the ladder, lowest first.',
            type: 'array',
            items: { type: 'string' },
          },
          blockedBy: {
            description: 'Checks that stand before the next level.',
            type: 'array',
            items: { type: 'string' },
          },
          since: { description: 'Since when.', type: 'integer' },
        },
      },
      ScorecardResult: {
        description: 'One scorecard applied to one service.',
        type: 'object',
        additionalProperties: false,
        required: [
          'scorecard',
          'title',
          'level',
          'coverage',
          'points',
          'checks',
        ],
        properties: {
          scorecard: { description: 'Name of the scorecard.', type: 'string' },
          title: { description: 'Title of the scorecard.', type: 'string' },
          level: {
            description: 'Where the service stands.',
            allOf: [{ $ref: '#/components/schemas/LevelResult' }],
          },
          coverage: {
            description: 'How much is known.',
            allOf: [{ $ref: '#/components/schemas/Coverage' }],
          },
          points: {
            description:
              'Weights of counted checks with a known result: those that pass, and all.',
            type: 'object',
            additionalProperties: false,
            required: ['earned', 'possible'],
            properties: {
              earned: { description: 'Of those that pass.', type: 'number' },
              possible: { description: 'Of all of them.', type: 'number' },
            },
          },
          checks: {
            description: 'Results of its checks.',
            type: 'array',
            items: { $ref: '#/components/schemas/CheckResult' },
          },
        },
      },
      DecidedBy: {
        description: 'The check that decides a state.',
        type: 'object',
        additionalProperties: false,
        required: ['check', 'scorecard'],
        properties: {
          check: { description: 'Id of the check.', type: 'string' },
          scorecard: { description: 'Name of its scorecard.', type: 'string' },
          fact: { description: 'Fact it reads first.', type: 'string' },
        },
      },
      BurdenResult: {
        description: 'One burden of one service over all its scorecards.',
        type: 'object',
        additionalProperties: false,
        required: ['burden', 'status', 'coverage', 'notPassing', 'because'],
        properties: {
          burden: {
            description: 'The burden.',
            type: 'string',
            enum: [
              'pipeline',
              'reliability',
              'observability',
              'security',
              'ownership',
            ],
          },
          status: {
            description: 'State, worst result first.',
            type: 'string',
            enum: [
              'needs-work',
              'watch',
              'exempt',
              'unknown',
              'good',
              'no-checks',
            ],
          },
          coverage: {
            description: 'How much is known.',
            allOf: [{ $ref: '#/components/schemas/Coverage' }],
          },
          notPassing: {
            description: 'Checks that fail or warn.',
            type: 'integer',
          },
          decidedBy: {
            description: 'The check that decides the state.',
            allOf: [{ $ref: '#/components/schemas/DecidedBy' }],
          },
          because: {
            description: 'One sentence that says why.',
            type: 'string',
          },
        },
      },
      Assessment: {
        description:
          'Everything the engine says of one service at one instant.',
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'at',
          'policy',
          'facts',
          'attributions',
          'scorecards',
          'burdens',
          'coverage',
        ],
        properties: {
          entityRef: { description: 'The service.', type: 'string' },
          at: { description: 'The instant.', type: 'integer' },
          policy: {
            description: 'Digest of the policy that judged.',
            type: 'string',
          },
          facts: {
            description: 'Facts.',
            type: 'array',
            items: { $ref: '#/components/schemas/FactValue' },
          },
          attributions: {
            description: 'Causes of incidents.',
            type: 'array',
            items: { $ref: '#/components/schemas/Attribution' },
          },
          scorecards: {
            description: 'Scorecards that apply.',
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardResult' },
          },
          burdens: {
            description: 'The five burdens.',
            type: 'array',
            items: { $ref: '#/components/schemas/BurdenResult' },
          },
          coverage: {
            description: 'How much is known over all scorecards.',
            allOf: [{ $ref: '#/components/schemas/Coverage' }],
          },
          nextDueAt: {
            description: 'When time alone could next change this.',
            type: 'integer',
          },
        },
      },
      TrendPoint: {
        description: 'One day of a fact.',
        type: 'object',
        additionalProperties: false,
        required: ['day'],
        properties: {
          day: { description: 'UTC day, `2026-11-23`.', type: 'string' },
          value: {
            description: 'Value; absent where the fact was unknown.',
            type: 'number',
          },
        },
      },
      ScorecardResponse: {
        description: 'Where a service stands, and why.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'asOf',
          'recomputed',
          'policyInForce',
          'spans',
          'assessment',
          'trends',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          asOf: {
            description: 'The instant the answer speaks of.',
            type: 'integer',
          },
          recomputed: {
            description: 'True where a past instant was asked.',
            type: 'boolean',
          },
          policyInForce: {
            description:
              'False where the policy of that instant is not kept and the oldest known one judged.',
            type: 'boolean',
          },
          newestRecordAt: {
            description: 'When the newest record was last told of.',
            type: 'integer',
          },
          spans: {
            description: 'Who owned it from when to when, oldest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/OwnerSpan' },
          },
          assessment: {
            description: 'The assessment.',
            allOf: [{ $ref: '#/components/schemas/Assessment' }],
          },
          trends: {
            description:
              'Daily values by fact id, oldest first, up to 90 days.',
            type: 'object',
            additionalProperties: {
              type: 'array',
              items: { $ref: '#/components/schemas/TrendPoint' },
            },
          },
          previousTransitionAt: {
            description: 'The transition before `asOf`.',
            type: 'integer',
          },
          nextTransitionAt: {
            description: 'The transition after `asOf`.',
            type: 'integer',
          },
        },
      },
      RecordsOfDay: {
        description: 'How many records of a kind began on a day.',
        type: 'object',
        additionalProperties: false,
        required: ['day', 'kind', 'count'],
        properties: {
          day: { description: 'UTC day, `2026-11-23`.', type: 'string' },
          kind: {
            description: 'Kind of record.',
            type: 'string',
            enum: ['alert', 'build', 'change'],
          },
          count: { description: 'Number of records.', type: 'integer' },
        },
      },
      TimelineResponse: {
        description: 'A window of time of a service.',
        type: 'object',
        additionalProperties: false,
        required: [
          'service',
          'from',
          'to',
          'zone',
          'spans',
          'records',
          'attributions',
          'perDay',
          'collected',
          'quiet',
          'truncated',
        ],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          from: { description: 'Begin, inclusive.', type: 'integer' },
          to: { description: 'End, exclusive.', type: 'integer' },
          zone: {
            description: 'IANA zone in which days are cut.',
            type: 'string',
          },
          spans: {
            description: 'Who owned it from when to when, oldest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/OwnerSpan' },
          },
          records: {
            description: 'Deployments and incidents, oldest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/ServiceRecord' },
          },
          attributions: {
            description: 'Attributions in force.',
            type: 'array',
            items: { $ref: '#/components/schemas/Attribution' },
          },
          perDay: {
            description:
              'Counts of the kinds that are too many to draw one by one.',
            type: 'array',
            items: { $ref: '#/components/schemas/RecordsOfDay' },
          },
          collected: {
            description:
              'Kinds with any record of this service; the others are unknown, not zero.',
            type: 'array',
            items: {
              type: 'string',
              enum: [
                'deployment',
                'incident',
                'change',
                'build',
                'alert',
                'finding',
                'report',
              ],
            },
          },
          quiet: {
            description:
              'Kinds that nothing is told of any more: from then on none is unknown, not zero.',
            type: 'array',
            items: { $ref: '#/components/schemas/QuietKind' },
          },
          truncated: {
            description:
              'True where there were more records than the answer may hold.',
            type: 'boolean',
          },
        },
      },
      QuietKind: {
        description:
          'A kind of record that a source used to tell of, and the source has gone quiet.',
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'source', 'since', 'because'],
        properties: {
          kind: { description: 'Kind of record.', type: 'string' },
          source: { description: 'The source.', type: 'string' },
          since: { description: 'Since when it is quiet.', type: 'integer' },
          because: {
            description: 'Why that is no ordinary silence, as a sentence.',
            type: 'string',
          },
        },
      },
      EvidenceResponse: {
        description: 'Records behind a number.',
        type: 'object',
        additionalProperties: false,
        required: ['service', 'because', 'records', 'total'],
        properties: {
          service: {
            description: 'The service.',
            allOf: [{ $ref: '#/components/schemas/ServiceSummary' }],
          },
          because: {
            description: 'What the records are evidence of, in one sentence.',
            type: 'string',
          },
          records: {
            description: 'One page of records.',
            type: 'array',
            items: { $ref: '#/components/schemas/ServiceRecord' },
          },
          total: { description: 'Whole number of records.', type: 'integer' },
          nextCursor: {
            description: 'Cursor of the next page; absent on the last.',
            type: 'string',
          },
        },
      },
      BurdenCell: {
        description: 'One burden of one service or team.',
        type: 'object',
        additionalProperties: false,
        required: ['burden', 'status', 'notPassing', 'unknown', 'applicable'],
        properties: {
          burden: {
            description: 'The burden.',
            type: 'string',
            enum: [
              'pipeline',
              'reliability',
              'observability',
              'security',
              'ownership',
            ],
          },
          status: {
            description: 'State, worst result first.',
            type: 'string',
            enum: [
              'needs-work',
              'watch',
              'exempt',
              'unknown',
              'good',
              'no-checks',
            ],
          },
          notPassing: {
            description: 'Checks that fail or warn.',
            type: 'integer',
          },
          unknown: {
            description: 'Checks whose result is unknown.',
            type: 'integer',
          },
          applicable: { description: 'Checks that apply.', type: 'integer' },
        },
      },
      RollupService: {
        description: 'One service as a row of the page of a team.',
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'title',
          'owner',
          'levelRank',
          'ladder',
          'coverage',
          'burdens',
        ],
        properties: {
          entityRef: { description: 'The service.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
          owner: { description: 'The group that owns it.', type: 'string' },
          level: {
            description: 'Level reached; absent for none.',
            type: 'string',
          },
          levelRank: { description: '0 for none.', type: 'integer' },
          ladder: {
            description: 'Names of the ladder, lowest first.',
            type: 'array',
            items: { type: 'string' },
          },
          coverage: {
            description: 'How much is known.',
            allOf: [{ $ref: '#/components/schemas/Coverage' }],
          },
          burdens: {
            description: 'The five burdens.',
            type: 'array',
            items: { $ref: '#/components/schemas/BurdenCell' },
          },
          ownedSince: {
            description: 'Since when this owner answers for it.',
            type: 'integer',
          },
        },
      },
      RollupGroup: {
        description: 'A group of the tree under a team.',
        type: 'object',
        additionalProperties: false,
        required: ['groupRef', 'title', 'depth'],
        properties: {
          groupRef: { description: 'The group.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
          depth: {
            description: 'Steps below the team asked for.',
            type: 'integer',
          },
          parent: { description: 'The group above it.', type: 'string' },
        },
      },
      Transition: {
        description: 'A change of a level or of a check result.',
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'title',
          'at',
          'scorecard',
          'from',
          'to',
          'because',
        ],
        properties: {
          entityRef: { description: 'The service.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          scorecard: { description: 'Name of the scorecard.', type: 'string' },
          check: {
            description: 'Id of the check; absent where the level moved.',
            type: 'string',
          },
          from: { description: 'What it was.', type: 'string' },
          to: { description: 'What it became.', type: 'string' },
          because: {
            description: 'One sentence that says why.',
            type: 'string',
          },
        },
      },
      HandOver: {
        description: 'A service that came to the team or left it.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'title', 'at', 'direction'],
        properties: {
          entityRef: { description: 'The service.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          direction: {
            description: 'Which way.',
            type: 'string',
            enum: ['taken-over', 'handed-over'],
          },
          otherOwner: {
            description: 'The owner on the other side.',
            type: 'string',
          },
        },
      },
      TeamSummary: {
        description: 'The team asked for.',
        type: 'object',
        additionalProperties: false,
        required: ['groupRef', 'title'],
        properties: {
          groupRef: { description: 'The group.', type: 'string' },
          title: { description: 'Its title.', type: 'string' },
        },
      },
      LevelCount: {
        description: 'Number of services on a level.',
        type: 'object',
        additionalProperties: false,
        required: ['rank', 'services'],
        properties: {
          level: {
            description: 'Name of the level; absent is none.',
            type: 'string',
          },
          rank: { description: '0 for none.', type: 'integer' },
          services: { description: 'Number of services.', type: 'integer' },
        },
      },
      RollupResponse: {
        description: 'All services of a group and the groups below it.',
        type: 'object',
        additionalProperties: false,
        required: [
          'team',
          'asOf',
          'groups',
          'services',
          'levels',
          'coverage',
          'burdens',
          'transitions',
          'handOvers',
        ],
        properties: {
          team: {
            description: 'The team.',
            allOf: [{ $ref: '#/components/schemas/TeamSummary' }],
          },
          asOf: {
            description: 'The instant the answer speaks of.',
            type: 'integer',
          },
          groups: {
            description: 'The team and the groups below it.',
            type: 'array',
            items: { $ref: '#/components/schemas/RollupGroup' },
          },
          services: {
            description: 'One page of services.',
            type: 'array',
            items: { $ref: '#/components/schemas/RollupService' },
          },
          levels: {
            description: 'Services by level, highest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/LevelCount' },
          },
          coverage: {
            description: 'How much is known over all services.',
            allOf: [{ $ref: '#/components/schemas/Coverage' }],
          },
          burdens: {
            description: 'The five burdens over all services.',
            type: 'array',
            items: { $ref: '#/components/schemas/BurdenCell' },
          },
          transitions: {
            description:
              'Transitions of the last seven days, newest first, at most 50.',
            type: 'array',
            items: { $ref: '#/components/schemas/Transition' },
          },
          handOvers: {
            description:
              'Hand-overs of the last 180 days, newest first, at most 50.',
            type: 'array',
            items: { $ref: '#/components/schemas/HandOver' },
          },
          nextCursor: {
            description:
              'Cursor of the next page of services; absent on the last.',
            type: 'string',
          },
        },
      },
      Verdict: {
        description: 'What became of a delivery.',
        type: 'object',
        additionalProperties: false,
        required: ['status'],
        properties: {
          status: {
            description: 'The verdict.',
            type: 'string',
            enum: ['accepted', 'ignored', 'unsupported', 'rejected'],
          },
          because: {
            description: 'The reason for all but `accepted`.',
            type: 'string',
          },
        },
      },
      RefusedPart: {
        description: 'A refused part of a batch.',
        type: 'object',
        additionalProperties: false,
        required: ['line', 'because'],
        properties: {
          line: {
            description: 'Its place in the batch, from 1.',
            type: 'integer',
          },
          because: { description: 'Why it was refused.', type: 'string' },
        },
      },
      DeliveryResponse: {
        description: 'A delivery as it was taken.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'verdict', 'events', 'duplicate', 'refused'],
        properties: {
          id: { description: 'Id of the delivery.', type: 'string' },
          verdict: {
            description: 'What became of it.',
            allOf: [{ $ref: '#/components/schemas/Verdict' }],
          },
          events: {
            description: 'Record events read out of it.',
            type: 'integer',
          },
          duplicate: {
            description: 'True where it had come before.',
            type: 'boolean',
          },
          refused: {
            description: 'Refused parts; the rest is taken.',
            type: 'array',
            items: { $ref: '#/components/schemas/RefusedPart' },
          },
        },
      },
      KindCount: {
        description: 'Number of records of a kind.',
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'records'],
        properties: {
          kind: {
            description: 'Kind of record.',
            type: 'string',
            enum: [
              'deployment',
              'incident',
              'change',
              'build',
              'alert',
              'finding',
              'report',
            ],
          },
          records: { description: 'Number of records.', type: 'integer' },
        },
      },
      UnownedSubject: {
        description: 'Records of one subject that belongs to no service.',
        type: 'object',
        additionalProperties: false,
        required: ['subject', 'counts', 'firstAt', 'lastAt', 'hint'],
        properties: {
          subject: { description: 'The subject.', type: 'string' },
          counts: {
            description: 'Records by kind.',
            type: 'array',
            items: { $ref: '#/components/schemas/KindCount' },
          },
          firstAt: {
            description: 'Begin of the first record.',
            type: 'integer',
          },
          lastAt: { description: 'Begin of the last record.', type: 'integer' },
          hint: {
            description: 'The annotation that would attach it.',
            type: 'string',
          },
        },
      },
      UnownedResponse: {
        description: 'Records that belong to no service.',
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            description: 'One page of subjects.',
            type: 'array',
            items: { $ref: '#/components/schemas/UnownedSubject' },
          },
          nextCursor: {
            description: 'Cursor of the next page; absent on the last.',
            type: 'string',
          },
        },
      },
      VerdictCount: {
        description: 'Number of deliveries with a verdict.',
        type: 'object',
        additionalProperties: false,
        required: ['status', 'deliveries'],
        properties: {
          status: {
            description: 'The verdict.',
            type: 'string',
            enum: ['accepted', 'ignored', 'unsupported', 'rejected'],
          },
          deliveries: { description: 'Number of deliveries.', type: 'integer' },
        },
      },
      Trouble: {
        description: 'A delivery that was not accepted.',
        type: 'object',
        additionalProperties: false,
        required: ['at', 'status', 'because'],
        properties: {
          at: { description: 'When it came.', type: 'integer' },
          status: {
            description: 'The verdict.',
            type: 'string',
            enum: ['accepted', 'ignored', 'unsupported', 'rejected'],
          },
          because: { description: 'The reason.', type: 'string' },
        },
      },
      PollingHealth: {
        description:
          "How one stream of a source's poller is doing, over all subjects it asks about.",
        type: 'object',
        additionalProperties: false,
        required: ['stream', 'subjects', 'failing'],
        properties: {
          stream: { description: 'What is asked for.', type: 'string' },
          subjects: { description: 'Subjects it asks about.', type: 'integer' },
          failing: {
            description: 'Subjects whose last attempt failed.',
            type: 'integer',
          },
          oldestPolledAt: {
            description:
              'When the subject that has waited longest was last asked about.',
            type: 'integer',
          },
          limitedUntil: {
            description: 'The source asked for a pause until then.',
            type: 'integer',
          },
          trouble: {
            description: 'Why one of the last attempts failed.',
            type: 'string',
          },
        },
      },
      SourceHealth: {
        description: 'How one source is doing.',
        type: 'object',
        additionalProperties: false,
        required: [
          'source',
          'on',
          'verdicts',
          'refused',
          'perHour',
          'latestTroubles',
        ],
        properties: {
          source: { description: 'Id of the source.', type: 'string' },
          lastReceivedAt: {
            description: 'When the last delivery came.',
            type: 'integer',
          },
          on: {
            description:
              'False where it delivered once and is not configured any more.',
            type: 'boolean',
          },
          refused: {
            description:
              'Deliveries of the last 24 hours that were not signed right.',
            type: 'integer',
          },
          lastRefusal: {
            description: 'The latest of them.',
            type: 'object',
            additionalProperties: false,
            required: ['at', 'because'],
            properties: {
              at: { description: 'When it came.', type: 'integer' },
              because: {
                description: 'What was wrong with it.',
                type: 'string',
              },
            },
          },
          limited: {
            description:
              'Deliveries of the last 24 hours that were answered with 429 because too many came; absent where none was.',
            type: 'integer',
          },
          lag: {
            description:
              'From the newest event in a delivery until it came, over the last 24 hours; milliseconds.',
            type: 'object',
            additionalProperties: false,
            required: ['mean', 'longest'],
            properties: {
              mean: { description: 'Mean.', type: 'integer' },
              longest: { description: 'Longest.', type: 'integer' },
            },
          },
          perHour: {
            description:
              'Deliveries of each of the last 48 hours, oldest first; the last hour is the current one.',
            type: 'array',
            items: { type: 'integer' },
          },
          gap: {
            description: 'It was regular and has gone quiet.',
            type: 'object',
            additionalProperties: false,
            required: ['since', 'because'],
            properties: {
              since: {
                description: 'When the last delivery came.',
                type: 'integer',
              },
              because: {
                description: 'Why that is no ordinary silence.',
                type: 'string',
              },
            },
          },
          waiting: {
            description:
              'Deliveries that are stored and whose events have not reached the records yet.',
            type: 'object',
            additionalProperties: false,
            required: ['deliveries'],
            properties: {
              deliveries: { description: 'How many.', type: 'integer' },
              trouble: {
                description: 'Why the last attempt at one of them failed.',
                type: 'string',
              },
            },
          },
          verdicts: {
            description: 'Deliveries of the last 24 hours by verdict.',
            type: 'array',
            items: { $ref: '#/components/schemas/VerdictCount' },
          },
          polling: {
            description: 'Streams that are polled to find what webhooks lost.',
            type: 'array',
            items: { $ref: '#/components/schemas/PollingHealth' },
          },
          latestTroubles: {
            description: 'Latest deliveries not accepted, at most 5.',
            type: 'array',
            items: { $ref: '#/components/schemas/Trouble' },
          },
        },
      },
      ReferenceHealth: {
        description: 'How looking up one thing outside is going.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'state'],
        properties: {
          id: {
            description:
              'Which: a list, releases of packages, or files of repositories.',
            type: 'string',
            enum: [
              'kev',
              'epss',
              'lifecycles',
              'packages',
              'codeowners',
              'runtimes',
            ],
          },
          state: {
            description:
              'Off: not configured. Waiting: configured, and not looked up yet. Failing: the list, or any of the packages or repositories, could not be read the last time.',
            type: 'string',
            enum: ['off', 'waiting', 'good', 'failing'],
          },
          entries: {
            description:
              'Entries of the list in force; else packages or repositories of which something was read the last time.',
            type: 'integer',
          },
          absent: {
            description:
              'Packages that no source knows, or repositories that have no such file.',
            type: 'integer',
          },
          failing: {
            description:
              'Packages or repositories that could not be read the last time.',
            type: 'integer',
          },
          waiting: {
            description:
              'Packages or repositories that were not looked at yet.',
            type: 'integer',
          },
          asOf: {
            description: 'When the list in force was made.',
            type: 'integer',
          },
          loadedAt: {
            description:
              'When the list in force was loaded, or when any of the packages or repositories was last read.',
            type: 'integer',
          },
          because: {
            description:
              'What fails, without names of packages, repositories or people.',
            type: 'string',
          },
        },
      },
      QueueState: {
        description: 'Services waiting for assessment.',
        type: 'object',
        additionalProperties: false,
        required: ['due'],
        properties: {
          due: { description: 'Services due now.', type: 'integer' },
          oldestDueAt: {
            description: 'Since when the first of them is due.',
            type: 'integer',
          },
        },
      },
      ReplayRequest: {
        description: 'Deliveries to read again.',
        type: 'object',
        additionalProperties: false,
        required: ['source'],
        properties: {
          source: {
            description: 'Id of a source that is on.',
            type: 'string',
            maxLength: 60,
          },
          from: {
            description:
              'Deliveries received from then on, ISO 8601 with a zone; the oldest where absent.',
            type: 'string',
            format: 'date-time',
          },
          to: {
            description:
              'Deliveries received before then; those there are by now where absent.',
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Replay: {
        description: 'A replay and its progress.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'source',
          'from',
          'to',
          'status',
          'requestedAt',
          'total',
          'read',
          'changed',
          'eventsAdded',
          'eventsRemoved',
        ],
        properties: {
          id: { description: 'Id of the replay.', type: 'string' },
          source: { description: 'Id of the source.', type: 'string' },
          from: {
            description: 'Deliveries received from then on.',
            type: 'integer',
          },
          to: {
            description: 'Deliveries received before then.',
            type: 'integer',
          },
          status: {
            description: 'How it stands.',
            type: 'string',
            enum: ['waiting', 'running', 'done', 'cancelled', 'failed'],
          },
          requestedAt: {
            description: 'When it was asked for.',
            type: 'integer',
          },
          endedAt: { description: 'When it ended.', type: 'integer' },
          total: {
            description: 'Deliveries to read: those that still have a body.',
            type: 'integer',
          },
          read: { description: 'Deliveries read so far.', type: 'integer' },
          changed: {
            description: 'Deliveries that now say something else than before.',
            type: 'integer',
          },
          eventsAdded: { description: 'Record events added.', type: 'integer' },
          eventsRemoved: {
            description: 'Record events taken back.',
            type: 'integer',
          },
          trouble: {
            description: 'Why the last attempt failed.',
            type: 'string',
          },
        },
      },
      ReplaysResponse: {
        description: 'Replays.',
        type: 'object',
        additionalProperties: false,
        required: ['replays'],
        properties: {
          replays: {
            description: 'The latest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/Replay' },
          },
        },
      },
      SourcesResponse: {
        description: 'How sources, references and assessment are doing.',
        type: 'object',
        additionalProperties: false,
        required: ['sources', 'references', 'queue'],
        properties: {
          sources: {
            description: 'Every source.',
            type: 'array',
            items: { $ref: '#/components/schemas/SourceHealth' },
          },
          references: {
            description: 'All that is looked up outside.',
            type: 'array',
            items: { $ref: '#/components/schemas/ReferenceHealth' },
          },
          queue: {
            description: 'The assessment queue.',
            allOf: [{ $ref: '#/components/schemas/QueueState' }],
          },
        },
      },
      BacktestRequest: {
        type: 'object',
        additionalProperties: false,
        description: 'A candidate, and how far back it is run.',
        required: ['policy'],
        properties: {
          policy: {
            type: 'string',
            minLength: 1,
            description: 'Scorecards as YAML; at most 200 checks.',
          },
          days: {
            type: 'integer',
            minimum: 7,
            maximum: 180,
            default: 90,
            description: 'Days back from now.',
          },
        },
      },
      BacktestResponse: {
        type: 'object',
        additionalProperties: false,
        description: 'A backtest, with its report once it is done.',
        required: ['id', 'state', 'requestedAt', 'progress'],
        properties: {
          id: { type: 'string', description: 'Names it in its address.' },
          state: {
            type: 'string',
            enum: ['waiting', 'running', 'done', 'failed'],
            description: 'How far it is; a report is there once it is `done`.',
          },
          requestedAt: {
            type: 'integer',
            description: 'When it was asked for; epoch milliseconds.',
          },
          progress: {
            type: 'object',
            additionalProperties: false,
            description: 'Services looked at, of all.',
            required: ['done', 'total'],
            properties: {
              done: { type: 'integer', minimum: 0, description: 'Looked at.' },
              total: {
                type: 'integer',
                minimum: 0,
                description: 'All there are.',
              },
            },
          },
          because: { type: 'string', description: 'Why it failed.' },
          report: { $ref: '#/components/schemas/BacktestReport' },
        },
      },
      BacktestReport: {
        type: 'object',
        additionalProperties: false,
        description:
          'What would be if a candidate were in force, and what would have been.',
        required: ['asOf', 'days', 'services', 'checks', 'faults', 'limits'],
        properties: {
          asOf: {
            type: 'integer',
            description:
              'Instant that the report calls now; epoch milliseconds.',
          },
          days: {
            type: 'integer',
            minimum: 0,
            description: 'Days back that were asked for.',
          },
          services: {
            type: 'integer',
            minimum: 0,
            description: 'Services that it was run over.',
          },
          checks: {
            type: 'array',
            description: 'In the order of the candidate.',
            items: { $ref: '#/components/schemas/BacktestCheck' },
          },
          faults: {
            type: 'array',
            description: 'What does not compile and was left out.',
            items: { $ref: '#/components/schemas/PolicyFault' },
          },
          limits: {
            type: 'array',
            description: 'What it cannot say, as sentences.',
            items: { type: 'string' },
          },
        },
      },
      BacktestCheck: {
        type: 'object',
        additionalProperties: false,
        description: 'One check of a candidate over all services.',
        required: [
          'scorecard',
          'check',
          'title',
          'now',
          'newlyFailing',
          'past',
          'incidents',
        ],
        properties: {
          scorecard: { type: 'string', description: 'Its name.' },
          check: { type: 'string', description: 'Id of the check.' },
          title: { type: 'string', description: 'Title of the check.' },
          now: {
            type: 'object',
            additionalProperties: false,
            description: 'Services by what the check says of them now.',
            required: [
              'pass',
              'warn',
              'fail',
              'exempt',
              'unknown',
              'notApplicable',
            ],
            properties: {
              pass: { type: 'integer', minimum: 0, description: 'That pass.' },
              warn: {
                type: 'integer',
                minimum: 0,
                description: 'That do not pass, in mode `warn`.',
              },
              fail: { type: 'integer', minimum: 0, description: 'That fail.' },
              exempt: {
                type: 'integer',
                minimum: 0,
                description: 'That need not pass for now.',
              },
              unknown: {
                type: 'integer',
                minimum: 0,
                description: 'Of which it is unknown.',
              },
              notApplicable: {
                type: 'integer',
                minimum: 0,
                description: 'That it is not for.',
              },
            },
          },
          newlyFailing: {
            type: 'array',
            description:
              'Services that do not pass the candidate, and pass the check in force or do not have it; by owner, most first.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['services', 'total'],
              properties: {
                owner: {
                  type: 'string',
                  description:
                    'Entity ref; absent for services without an owner.',
                },
                services: {
                  type: 'array',
                  description: 'The first by title, 50 at most.',
                  items: { $ref: '#/components/schemas/NewFailure' },
                },
                total: {
                  type: 'integer',
                  minimum: 0,
                  description: 'All of them, named or not.',
                },
              },
            },
          },
          past: {
            type: 'array',
            description: 'By week, oldest first.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['week', 'fail', 'known', 'unknown'],
              properties: {
                week: {
                  type: 'string',
                  description: 'Its Monday (UTC), such as `2026-11-23`.',
                },
                fail: {
                  type: 'integer',
                  minimum: 0,
                  description: 'Services that failed.',
                },
                known: {
                  type: 'integer',
                  minimum: 0,
                  description:
                    'Services of which it is known whether they fail.',
                },
                unknown: {
                  type: 'integer',
                  minimum: 0,
                  description: 'Services of which it is unknown.',
                },
              },
            },
          },
          incidents: { $ref: '#/components/schemas/BacktestOutcome' },
        },
      },
      NewFailure: {
        type: 'object',
        additionalProperties: false,
        description: 'A service that a candidate would newly fail.',
        required: ['entityRef', 'title', 'because'],
        properties: {
          entityRef: { type: 'string', description: 'Of the service.' },
          title: { type: 'string', description: 'As it was at the run.' },
          because: {
            type: 'string',
            description: 'Why; at most 300 characters.',
          },
        },
      },
      BacktestOutcome: {
        type: 'object',
        additionalProperties: false,
        description:
          'Whether incidents were more frequent after a fail than after a pass, in stretches of four weeks that do not overlap. Correlation, not cause.',
        required: ['failed', 'passed', 'because'],
        properties: {
          failed: { $ref: '#/components/schemas/BacktestSide' },
          passed: { $ref: '#/components/schemas/BacktestSide' },
          difference: {
            type: 'object',
            additionalProperties: false,
            description:
              'Share after fails less share after passes, with its 95 % interval; absent where a side has under 30.',
            required: ['value', 'low', 'high'],
            properties: {
              value: { type: 'number', description: 'The difference.' },
              low: {
                type: 'number',
                description: 'Lower end of its interval.',
              },
              high: {
                type: 'number',
                description: 'Upper end of its interval.',
              },
            },
          },
          because: { type: 'string', description: 'Both sides in a sentence.' },
        },
      },
      BacktestSide: {
        type: 'object',
        additionalProperties: false,
        description: 'Stretches of services.',
        required: ['weeks', 'withIncident'],
        properties: {
          weeks: {
            type: 'integer',
            minimum: 0,
            description: 'How many there are.',
          },
          withIncident: {
            type: 'integer',
            minimum: 0,
            description: 'Those in which an incident began.',
          },
        },
      },
      CampaignCheck: {
        description: 'A check by its names.',
        type: 'object',
        additionalProperties: false,
        required: ['scorecard', 'check'],
        properties: {
          scorecard: {
            description: 'Name of its scorecard.',
            type: 'string',
            maxLength: 63,
          },
          check: { description: 'Its id.', type: 'string', maxLength: 63 },
        },
      },
      Milestone: {
        description:
          'A share of the services that is to be done by an instant.',
        type: 'object',
        additionalProperties: false,
        required: ['title', 'at', 'share'],
        properties: {
          title: { description: 'In words.', type: 'string' },
          at: { description: 'By when.', type: 'integer' },
          share: { description: 'Over 0, at most 1.', type: 'number' },
        },
      },
      CampaignMove: {
        description: 'A target that was put off while the campaign ran.',
        type: 'object',
        additionalProperties: false,
        required: ['at', 'from', 'to', 'reason'],
        properties: {
          at: { description: 'When that was decided.', type: 'integer' },
          from: { description: 'The target before.', type: 'integer' },
          to: { description: 'The target after.', type: 'integer' },
          reason: { description: 'Why.', type: 'string' },
        },
      },
      Campaign: {
        description:
          'A push, with an end, to have some checks pass everywhere in scope.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'title',
          'checks',
          'state',
          'createdAt',
          'targetAt',
          'milestones',
          'remindEveryDays',
        ],
        properties: {
          id: { description: 'Its id.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
          description: { description: 'What it is for.', type: 'string' },
          checks: {
            description: 'What is to pass, 1 to 20 checks.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignCheck' },
          },
          scope: {
            description:
              'A filter predicate over entities; absent means all services that the checks apply to.',
            type: 'object',
          },
          owner: {
            description: 'Entity ref of the group that runs it.',
            type: 'string',
          },
          state: {
            description: 'Where in its life it is.',
            type: 'string',
            enum: ['draft', 'active', 'ended'],
          },
          createdAt: { description: 'When it was written.', type: 'integer' },
          startedAt: {
            description: 'When it was made active.',
            type: 'integer',
          },
          endedAt: { description: 'When it was ended.', type: 'integer' },
          targetAt: {
            description: 'When all are to be done.',
            type: 'integer',
          },
          moves: {
            description: 'How its target was put off, the first time first.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignMove' },
          },
          milestones: {
            description: 'Shares to be done on the way, the first first.',
            type: 'array',
            items: { $ref: '#/components/schemas/Milestone' },
          },
          remindEveryDays: {
            description: 'Days between two reminders of an owner; 0 is never.',
            type: 'integer',
          },
        },
      },
      CampaignSummary: {
        description: 'A campaign with its progress in two numbers.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'title',
          'checks',
          'state',
          'createdAt',
          'targetAt',
          'milestones',
          'remindEveryDays',
          'done',
          'total',
          'mayManage',
        ],
        properties: {
          id: { description: 'Its id.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
          description: { description: 'What it is for.', type: 'string' },
          checks: {
            description: 'What is to pass, 1 to 20 checks.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignCheck' },
          },
          scope: {
            description:
              'A filter predicate over entities; absent means all services that the checks apply to.',
            type: 'object',
          },
          owner: {
            description: 'Entity ref of the group that runs it.',
            type: 'string',
          },
          state: {
            description: 'Where in its life it is.',
            type: 'string',
            enum: ['draft', 'active', 'ended'],
          },
          createdAt: { description: 'When it was written.', type: 'integer' },
          startedAt: {
            description: 'When it was made active.',
            type: 'integer',
          },
          endedAt: { description: 'When it was ended.', type: 'integer' },
          targetAt: {
            description: 'When all are to be done.',
            type: 'integer',
          },
          moves: {
            description: 'How its target was put off, the first time first.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignMove' },
          },
          milestones: {
            description: 'Shares to be done on the way, the first first.',
            type: 'array',
            items: { $ref: '#/components/schemas/Milestone' },
          },
          remindEveryDays: {
            description: 'Days between two reminders of an owner; 0 is never.',
            type: 'integer',
          },
          done: {
            description: 'Services of which all passes or is exempt.',
            type: 'integer',
          },
          total: {
            description: 'Services to which a check applies.',
            type: 'integer',
          },
          mayManage: {
            description: 'Whether the caller may change it.',
            type: 'boolean',
          },
        },
      },
      CampaignsResponse: {
        description: 'All campaigns.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'campaigns'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          campaigns: {
            description: 'Active first, then drafts, then those that ended.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignSummary' },
          },
        },
      },
      CampaignOwner: {
        description: 'How far services of one owner have come.',
        type: 'object',
        additionalProperties: false,
        required: ['done', 'exempt', 'unknown', 'total', 'left'],
        properties: {
          owner: {
            description: 'Entity ref; absent where nobody owns them.',
            type: 'string',
          },
          done: {
            description: 'Services of which all passes or is exempt.',
            type: 'integer',
          },
          exempt: {
            description: 'Of the done ones, those of which a check is exempt.',
            type: 'integer',
          },
          unknown: {
            description:
              'Services of which nothing fails or warns, and a check is unknown.',
            type: 'integer',
          },
          total: {
            description: 'Services to which a check applies.',
            type: 'integer',
          },
          effortDays: {
            description: 'Days of work left; absent where no check says.',
            type: 'number',
          },
          left: {
            description:
              'Services that are not done and that the caller may read, at most 50.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['entityRef', 'title', 'checks'],
              properties: {
                entityRef: {
                  description: 'Entity ref of the service.',
                  type: 'string',
                },
                title: { description: 'In words.', type: 'string' },
                checks: {
                  description: 'What does not pass yet.',
                  type: 'array',
                  items: { $ref: '#/components/schemas/CampaignCheck' },
                },
              },
            },
          },
        },
      },
      CampaignProgress: {
        description: 'How far a campaign has come.',
        type: 'object',
        additionalProperties: false,
        required: [
          'asOf',
          'done',
          'exempt',
          'unknown',
          'total',
          'owners',
          'burnUp',
        ],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          done: {
            description: 'Services of which all passes or is exempt.',
            type: 'integer',
          },
          exempt: {
            description: 'Of the done ones, those of which a check is exempt.',
            type: 'integer',
          },
          unknown: {
            description:
              'Services of which nothing fails or warns, and a check is unknown.',
            type: 'integer',
          },
          total: {
            description: 'Services to which a check applies.',
            type: 'integer',
          },
          effortDays: {
            description: 'Days of work left; absent where no check says.',
            type: 'number',
          },
          owners: {
            description:
              'Who has most left first, of those that the caller may read.',
            type: 'array',
            items: { $ref: '#/components/schemas/CampaignOwner' },
          },
          burnUp: {
            description:
              'From its begin, of a draft from 30 days ago; at most 200 points.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['day', 'done', 'total'],
              properties: {
                day: {
                  description: 'A UTC day, `2026-11-23`.',
                  type: 'string',
                },
                done: {
                  description: 'Services done at its end.',
                  type: 'integer',
                },
                total: {
                  description: 'Services there at its end.',
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      CampaignResponse: {
        description: 'A campaign with how far it has come.',
        type: 'object',
        additionalProperties: false,
        required: ['campaign', 'mayManage', 'progress'],
        properties: {
          campaign: { $ref: '#/components/schemas/Campaign' },
          mayManage: {
            description: 'Whether the caller may change it.',
            type: 'boolean',
          },
          progress: { $ref: '#/components/schemas/CampaignProgress' },
        },
      },
      CampaignRequest: {
        description: 'A campaign as it is asked for.',
        type: 'object',
        additionalProperties: false,
        required: ['title', 'checks', 'targetAt'],
        properties: {
          title: { description: 'In words.', type: 'string', maxLength: 250 },
          description: {
            description: 'What it is for.',
            type: 'string',
            maxLength: 6000,
          },
          checks: {
            description:
              'What is to pass, 1 to 20 checks of the policy in force.',
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/CampaignCheck' },
          },
          scope: {
            description:
              'A filter predicate over entities; absent means all services.',
            type: 'object',
          },
          owner: {
            description: 'Entity ref of a group of the catalog.',
            type: 'string',
            minLength: 1,
            maxLength: 400,
          },
          targetAt: {
            description:
              'When all are to be done, as an ISO 8601 time with a zone.',
            type: 'string',
            maxLength: 40,
          },
          milestones: {
            description: 'Shares to be done on the way, rising.',
            type: 'array',
            maxItems: 100,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'at', 'share'],
              properties: {
                title: {
                  description: 'In words.',
                  type: 'string',
                  maxLength: 250,
                },
                at: {
                  description: 'By when, as an ISO 8601 time with a zone.',
                  type: 'string',
                  maxLength: 40,
                },
                share: { description: 'Over 0, at most 1.', type: 'number' },
              },
            },
          },
          remindEveryDays: {
            description:
              'Days between two reminders of an owner; 0 is never. Default 7.',
            type: 'number',
          },
          reason: {
            description: 'Why the target of an active campaign is put off.',
            type: 'string',
            maxLength: 3000,
          },
        },
      },
      CampaignStateRequest: {
        description: 'What a campaign becomes.',
        type: 'object',
        additionalProperties: false,
        required: ['state'],
        properties: {
          state: {
            description: 'From draft to active, from active to ended.',
            type: 'string',
            enum: ['active', 'ended'],
          },
        },
      },
      ExemptionState: {
        description:
          'What has become of an exemption. One that nobody decided by its end is expired.',
        type: 'string',
        enum: ['pending', 'approved', 'denied', 'revoked', 'expired'],
      },
      ExemptionSubject: {
        description: 'Which services an exemption is for.',
        type: 'object',
        additionalProperties: false,
        required: ['by', 'ref'],
        properties: {
          by: {
            description:
              'One service, those of an owner, or those of a system.',
            type: 'string',
            enum: ['service', 'owner', 'system'],
          },
          ref: {
            description: 'Entity ref of the service, the group or the system.',
            type: 'string',
            minLength: 1,
            maxLength: 400,
          },
        },
      },
      ExemptionPoint: {
        description: 'Where a gate may be asked from.',
        type: 'string',
        enum: ['pr', 'deploy', 'scaffolder', 'catalog', 'cli'],
      },
      ExemptionDecision: {
        description: 'What somebody decided on an exemption.',
        type: 'object',
        additionalProperties: false,
        required: ['verdict', 'by', 'at'],
        properties: {
          verdict: {
            description: 'The decision.',
            type: 'string',
            enum: ['approved', 'denied'],
          },
          by: {
            description: 'Entity ref of who decided; never who asked.',
            type: 'string',
          },
          at: { description: 'When.', type: 'integer' },
          reason: { description: 'Why, where it was said.', type: 'string' },
        },
      },
      ExemptionRevocation: {
        description: 'That an exemption was ended or withdrawn.',
        type: 'object',
        additionalProperties: false,
        required: ['by', 'at'],
        properties: {
          by: { description: 'Entity ref of who ended it.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          reason: { description: 'Why.', type: 'string' },
        },
      },
      ExemptionEntry: {
        description:
          'An exemption with what holds of it at the instant of the answer.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'scorecard',
          'check',
          'subject',
          'reason',
          'requestedBy',
          'requestedAt',
          'expiresAt',
          'renewals',
          'state',
          'expiringSoon',
          'mayDecide',
          'mayRevoke',
        ],
        properties: {
          id: { description: 'Id of the exemption.', type: 'string' },
          scorecard: { description: 'Name of the scorecard.', type: 'string' },
          check: { description: 'Id of the check in it.', type: 'string' },
          subject: {
            description: 'Which services it is for.',
            allOf: [{ $ref: '#/components/schemas/ExemptionSubject' }],
          },
          points: {
            description:
              'The points of gates at which it holds, and there alone; absent for everywhere.',
            type: 'array',
            items: { $ref: '#/components/schemas/ExemptionPoint' },
          },
          reason: { description: 'Why it is asked for.', type: 'string' },
          ticket: {
            description: 'Address of the ticket that ends the need for it.',
            type: 'string',
          },
          requestedBy: {
            description: 'Entity ref of who asked.',
            type: 'string',
          },
          requestedAt: { description: 'When.', type: 'integer' },
          expiresAt: {
            description: 'It holds up to this instant and not at it.',
            type: 'integer',
          },
          decision: {
            description: 'Absent while nobody decided.',
            allOf: [{ $ref: '#/components/schemas/ExemptionDecision' }],
          },
          revoked: {
            description: 'Absent unless it was ended before its time.',
            allOf: [{ $ref: '#/components/schemas/ExemptionRevocation' }],
          },
          renews: {
            description: 'Id of the exemption that this one goes on from.',
            type: 'string',
          },
          renewals: {
            description: 'How often it was gone on from before this one.',
            type: 'integer',
          },
          state: {
            description: 'Its state at the instant of the answer.',
            allOf: [{ $ref: '#/components/schemas/ExemptionState' }],
          },
          checkTitle: {
            description:
              'Title of the check; absent where no scorecard in force has it any more.',
            type: 'string',
          },
          severity: {
            description:
              'Severity of the check; absent where no scorecard in force has it any more.',
            allOf: [{ $ref: '#/components/schemas/Severity' }],
          },
          expiringSoon: {
            description: 'In force, and within two weeks of its end.',
            type: 'boolean',
          },
          mayDecide: {
            description: 'Whether the caller may approve or deny it now.',
            type: 'boolean',
          },
          mayRevoke: {
            description: 'Whether the caller may revoke it now.',
            type: 'boolean',
          },
        },
      },
      ExemptionsResponse: {
        description: 'One page of exemptions, and how many there are.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'exemptions', 'counts'],
        properties: {
          asOf: {
            description: 'Instant that the answer speaks of.',
            type: 'integer',
          },
          exemptions: {
            description: 'Pending first, then in force, then over.',
            type: 'array',
            items: { $ref: '#/components/schemas/ExemptionEntry' },
          },
          counts: {
            description:
              'Number by state over all pages, whatever state is asked for, of those the caller may see.',
            type: 'object',
            additionalProperties: false,
            required: ['pending', 'approved', 'denied', 'revoked', 'expired'],
            properties: {
              pending: { description: 'Nobody decided yet.', type: 'integer' },
              approved: { description: 'In force.', type: 'integer' },
              denied: { description: 'Denied.', type: 'integer' },
              revoked: {
                description: 'Ended before their time, or withdrawn.',
                type: 'integer',
              },
              expired: { description: 'Ended at their time.', type: 'integer' },
            },
          },
          nextCursor: {
            description: 'Where the next page begins; absent on the last.',
            type: 'string',
          },
        },
      },
      ExemptionRequest: {
        description: 'From which check, for whom, until when and why.',
        type: 'object',
        additionalProperties: false,
        required: ['scorecard', 'check', 'subject', 'reason', 'expiresAt'],
        properties: {
          scorecard: {
            description: 'Name of the scorecard.',
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          check: {
            description: 'Id of the check in it.',
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          subject: {
            description: 'Which services it is for.',
            allOf: [{ $ref: '#/components/schemas/ExemptionSubject' }],
          },
          points: {
            description:
              'The points of gates at which it is to hold, and there alone; everywhere where absent.',
            type: 'array',
            minItems: 1,
            maxItems: 5,
            uniqueItems: true,
            items: { $ref: '#/components/schemas/ExemptionPoint' },
          },
          reason: {
            description: 'Why, in 10 to 2,000 characters.',
            type: 'string',
          },
          ticket: {
            description:
              'Address of the ticket that ends the need for it, http or https.',
            type: 'string',
          },
          expiresAt: {
            description: 'Until when, as an ISO 8601 time with a zone.',
            type: 'string',
            maxLength: 40,
          },
          renews: {
            description:
              'Id of the exemption that this one goes on from: of the same check and subject, approved, and ending earlier.',
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
        },
      },
      ExemptionDecisionRequest: {
        description: 'A decision on an exemption.',
        type: 'object',
        additionalProperties: false,
        required: ['verdict'],
        properties: {
          verdict: {
            description: 'The decision.',
            type: 'string',
            enum: ['approved', 'denied'],
          },
          reason: {
            description: 'Why, in 3 to 2,000 characters.',
            type: 'string',
          },
        },
      },
      RevocationRequest: {
        description: 'Why an exemption is to end.',
        type: 'object',
        additionalProperties: false,
        required: ['reason'],
        properties: {
          reason: { description: 'In 3 to 2,000 characters.', type: 'string' },
        },
      },
      FirstStepsResponse: {
        description: 'How far an installation is.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'done', 'steps'],
        properties: {
          asOf: { description: 'Epoch milliseconds.', type: 'integer' },
          done: { description: 'Whether every step is.', type: 'boolean' },
          steps: {
            description: 'All six, in the order in which they are done.',
            type: 'array',
            items: { $ref: '#/components/schemas/FirstStep' },
          },
        },
      },
      FirstStep: {
        description: 'One step.',
        type: 'object',
        additionalProperties: false,
        required: ['step', 'state'],
        properties: {
          step: {
            description: 'Which one it is.',
            type: 'string',
            enum: ['services', 'source', 'records', 'policy', 'level', 'gate'],
          },
          state: {
            description: 'Whether it is done; unknown is never done.',
            type: 'string',
            enum: ['done', 'todo', 'unknown'],
          },
          count: {
            description:
              'What there is of it: services with an owner that resolves, sources that ever delivered, services that records reach, checks in force, services that stand at a level, gates in force.',
            type: 'integer',
          },
          of: {
            description: 'Of how many services or sources.',
            type: 'integer',
          },
          at: {
            description:
              'When a source last delivered or a gate last decided, epoch milliseconds.',
            type: 'integer',
          },
          source: {
            description: 'The source of that delivery.',
            type: 'string',
          },
          unowned: {
            description:
              'Subjects with records and without a service, counted up to 1,000; absent where the caller may not read them.',
            type: 'integer',
          },
          because: {
            description: 'Why it is unknown, and what would make it known.',
            type: 'string',
          },
        },
      },
      GateRequest: {
        description: 'A question to a gate.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef'],
        properties: {
          entityRef: {
            description: 'Entity ref of the service, any case.',
            type: 'string',
            minLength: 1,
            maxLength: 400,
          },
          point: {
            description: 'Where the question comes from; `deploy` without it.',
            type: 'string',
            enum: ['pr', 'deploy', 'scaffolder', 'catalog', 'cli'],
          },
          environment: {
            description: 'Where to, for rules that read it.',
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          commit: {
            description: 'What of, for rules that read it.',
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          artifact: {
            description: 'What of, for rules that read it.',
            type: 'string',
            minLength: 1,
            maxLength: 500,
          },
          labels: {
            description: 'Free words for rules that read them.',
            type: 'array',
            maxItems: 20,
            items: { type: 'string', minLength: 1, maxLength: 100 },
          },
          idempotencyKey: {
            description:
              'The same key at the same gate gives the same decision for a day.',
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          breakGlass: {
            description: 'Goes past the gate, once.',
            type: 'object',
            additionalProperties: false,
            required: ['reason'],
            properties: {
              reason: {
                description: 'Why, 10 to 2,000 characters without line breaks.',
                type: 'string',
                maxLength: 4000,
              },
            },
          },
          dryRun: {
            description: 'Says what the decision would be, and keeps none.',
            type: 'boolean',
          },
        },
      },
      RuleOutcome: {
        description: 'What a rule came to; `skip`: it does not apply.',
        type: 'string',
        enum: ['pass', 'fail', 'unknown', 'error', 'skip', 'exempt'],
      },
      GateOutcome: {
        description: 'What a gate says; `warn` lets pass.',
        type: 'string',
        enum: ['allow', 'warn', 'deny'],
      },
      GateRuleResult: {
        description: 'One rule of a gate in one decision.',
        type: 'object',
        additionalProperties: false,
        required: [
          'rule',
          'title',
          'severity',
          'mode',
          'outcome',
          'effect',
          'because',
          'clauses',
          'facts',
        ],
        properties: {
          rule: {
            description:
              "`<scorecard>/<check>`, or the id of a rule that is the gate's own.",
            type: 'string',
          },
          title: { description: 'Title of the check.', type: 'string' },
          severity: {
            description: 'How bad it is where it does not pass.',
            allOf: [{ $ref: '#/components/schemas/Severity' }],
          },
          mode: {
            description: 'Mode in force at this gate, point and instant.',
            type: 'string',
            enum: ['audit', 'warn', 'enforce'],
          },
          outcome: {
            description: 'What it came to.',
            allOf: [{ $ref: '#/components/schemas/RuleOutcome' }],
          },
          effect: {
            description:
              'What it does to the decision; `none`: it is only written down.',
            type: 'string',
            enum: ['none', 'allow', 'warn', 'deny'],
          },
          countedAs: {
            description:
              'What an unknown or an error was counted as, by the policy.',
            type: 'string',
            enum: ['pass', 'warn', 'fail'],
          },
          because: { description: 'Why.', type: 'string' },
          clauses: {
            description:
              'The clauses of its expression with the values they saw.',
            type: 'array',
            items: { $ref: '#/components/schemas/Clause' },
          },
          facts: {
            description:
              'Facts that it and the conditions of its scorecard read.',
            type: 'array',
            items: { type: 'string' },
          },
          exemption: {
            description: 'Why it need not pass for now.',
            type: 'object',
            additionalProperties: false,
            required: ['id', 'until'],
            properties: {
              id: { description: 'Id of the exemption.', type: 'string' },
              until: { description: 'Its end, exclusive.', type: 'integer' },
            },
          },
          enforceFrom: {
            description:
              'It closes the gate from this instant on, and does not yet.',
            type: 'integer',
          },
          remediation: { description: 'What to do about it.', type: 'string' },
        },
      },
      GateFact: {
        description: 'A fact that a decision read, as the decision took it.',
        type: 'object',
        additionalProperties: false,
        required: [
          'fact',
          'status',
          'because',
          'observedAt',
          'ageMs',
          'maxAgeMs',
        ],
        properties: {
          fact: { description: 'Id of the fact.', type: 'string' },
          unit: { description: 'Its unit.', type: 'string' },
          status: {
            description:
              'Whether it had a value; one that was too old had none.',
            type: 'string',
            enum: ['known', 'unknown'],
          },
          value: {
            description:
              'Its value: a number, a text, a boolean, a list of texts, or texts by name.',
          },
          reason: { description: 'Why it had no value.', type: 'string' },
          because: {
            description: 'How the value came about; or why there is none.',
            type: 'string',
          },
          observedAt: { description: 'When it was measured.', type: 'integer' },
          ageMs: {
            description: 'How old it was, milliseconds.',
            type: 'integer',
          },
          maxAgeMs: {
            description: 'From this age on it counts as unknown, milliseconds.',
            type: 'integer',
          },
        },
      },
      FailurePolicy: {
        description: 'What a gate does where it cannot tell.',
        type: 'object',
        additionalProperties: false,
        required: ['onUnknown', 'onError', 'onEngineError'],
        properties: {
          onUnknown: {
            description: 'A fact is missing or too old.',
            type: 'string',
            enum: ['pass', 'warn', 'fail'],
          },
          onError: {
            description: 'A rule could not be computed.',
            type: 'string',
            enum: ['pass', 'warn', 'fail'],
          },
          onEngineError: {
            description:
              'Nothing could be asked: no facts, no policy, no engine.',
            type: 'string',
            enum: ['pass', 'warn', 'fail'],
          },
        },
      },
      BreakGlass: {
        description: 'A gate gone past by somebody who may.',
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'group', 'reviewBy'],
        properties: {
          reason: { description: 'Why.', type: 'string' },
          group: {
            description: 'Entity ref of the group that let them.',
            type: 'string',
          },
          reviewBy: {
            description: 'By when it is to be reviewed.',
            type: 'integer',
          },
          reviewed: {
            description: 'What came of it.',
            type: 'object',
            additionalProperties: false,
            required: ['at', 'by'],
            properties: {
              at: { description: 'When it was reviewed.', type: 'integer' },
              by: {
                description: 'Entity ref of who reviewed it.',
                type: 'string',
              },
              remarks: { description: 'What they said.', type: 'string' },
            },
          },
        },
      },
      GateDecision: {
        description: 'A decision of a gate: why, on what, and by which policy.',
        type: 'object',
        additionalProperties: false,
        required: [
          'gate',
          'title',
          'entityRef',
          'point',
          'at',
          'outcome',
          'because',
          'rules',
          'facts',
          'failurePolicy',
          'policy',
          'engines',
          'evidence',
          'repeated',
          'dryRun',
        ],
        properties: {
          id: {
            description: 'Id of the decision; absent for a dry run.',
            type: 'string',
          },
          gate: { description: 'Name of the gate.', type: 'string' },
          title: { description: 'Title of the gate.', type: 'string' },
          entityRef: {
            description: 'Entity ref of the service.',
            type: 'string',
          },
          point: {
            description: 'Where the question came from.',
            type: 'string',
          },
          environment: { description: 'As it was asked.', type: 'string' },
          commit: { description: 'As it was asked.', type: 'string' },
          artifact: { description: 'As it was asked.', type: 'string' },
          labels: {
            description: 'As they were asked.',
            type: 'array',
            items: { type: 'string' },
          },
          at: { description: 'When.', type: 'integer' },
          outcome: {
            description: 'What the gate says.',
            allOf: [{ $ref: '#/components/schemas/GateOutcome' }],
          },
          because: { description: 'Why.', type: 'string' },
          rules: {
            description:
              'Those that deny first, then those that warn, then the others.',
            type: 'array',
            items: { $ref: '#/components/schemas/GateRuleResult' },
          },
          facts: {
            description: 'Facts that any rule read, by id.',
            type: 'array',
            items: { $ref: '#/components/schemas/GateFact' },
          },
          failurePolicy: {
            description: 'What the gate did where it could not tell.',
            allOf: [{ $ref: '#/components/schemas/FailurePolicy' }],
          },
          engineError: {
            description: 'Why rules could not be asked.',
            type: 'string',
          },
          breakGlass: {
            description: 'Who may went past it.',
            allOf: [{ $ref: '#/components/schemas/BreakGlass' }],
          },
          owner: { description: 'Owner of the service then.', type: 'string' },
          policy: {
            description:
              'Digest of the policy; empty where it could not be read.',
            type: 'string',
          },
          engines: {
            description: 'Engines that were asked.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'version'],
              properties: {
                id: { description: 'Id of the engine.', type: 'string' },
                version: {
                  description: 'Its version, or `unknown`.',
                  type: 'string',
                },
              },
            },
          },
          evidence: {
            description:
              'sha256, hex, over the JSON of question, rules, facts and policy with sorted keys.',
            type: 'string',
          },
          repeated: {
            description:
              'Whether it is an earlier decision under the same key.',
            type: 'boolean',
          },
          dryRun: {
            description: 'Whether it was kept nowhere.',
            type: 'boolean',
          },
          erased: {
            description:
              'JSON pointers of what was erased by configuration; the evidence is that of the whole.',
            type: 'array',
            items: { type: 'string' },
          },
        },
      },
      GateSummary: {
        description: 'A gate of the policy in force.',
        type: 'object',
        additionalProperties: false,
        required: [
          'gate',
          'title',
          'points',
          'failurePolicy',
          'rules',
          'breakGlassFor',
          'lastWeek',
        ],
        properties: {
          gate: { description: 'Name of the gate.', type: 'string' },
          title: { description: 'Title of the gate.', type: 'string' },
          owner: {
            description: 'Entity ref of the group that answers for it.',
            type: 'string',
          },
          points: {
            description: 'Where it may be asked from.',
            type: 'array',
            items: { type: 'string' },
          },
          failurePolicy: {
            description: 'What it does where it cannot tell.',
            allOf: [{ $ref: '#/components/schemas/FailurePolicy' }],
          },
          rules: {
            description: 'Its rules that are asked at any point.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['rule', 'title', 'mode', 'severity'],
              properties: {
                rule: {
                  description:
                    "`<scorecard>/<check>`, or the id of a rule that is the gate's own.",
                  type: 'string',
                },
                title: { description: 'Title of the check.', type: 'string' },
                mode: {
                  description:
                    'The strictest that is in force at any of its points.',
                  type: 'string',
                  enum: ['audit', 'warn', 'enforce'],
                },
                severity: {
                  description: 'How bad it is where it does not pass.',
                  allOf: [{ $ref: '#/components/schemas/Severity' }],
                },
              },
            },
          },
          breakGlassFor: {
            description: 'Groups whose members may go past it once.',
            type: 'array',
            items: { type: 'string' },
          },
          lastWeek: {
            description:
              'Decisions of the last seven days, of services that the caller may read.',
            type: 'object',
            additionalProperties: false,
            required: ['allow', 'warn', 'deny', 'brokenGlass'],
            properties: {
              allow: {
                description: 'Those that let pass, `brokenGlass` among them.',
                type: 'integer',
              },
              warn: {
                description: 'Those that let pass and warned.',
                type: 'integer',
              },
              deny: { description: 'Those that did not.', type: 'integer' },
              brokenGlass: {
                description: 'Those that were gone past.',
                type: 'integer',
              },
            },
          },
        },
      },
      GatesResponse: {
        description: 'The gates there are.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'gates'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          gates: {
            description: 'In the order of the policy.',
            type: 'array',
            items: { $ref: '#/components/schemas/GateSummary' },
          },
        },
      },
      DecisionSummary: {
        description: 'One line of the log of decisions.',
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'gate',
          'title',
          'entityRef',
          'point',
          'at',
          'outcome',
          'because',
        ],
        properties: {
          id: { description: 'Id of the decision.', type: 'string' },
          gate: { description: 'Name of the gate.', type: 'string' },
          title: { description: 'Title of the gate then.', type: 'string' },
          entityRef: {
            description: 'Entity ref of the service.',
            type: 'string',
          },
          point: {
            description: 'Where the question came from.',
            type: 'string',
          },
          environment: { description: 'As it was asked.', type: 'string' },
          commit: { description: 'As it was asked.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          outcome: {
            description: 'What the gate said.',
            allOf: [{ $ref: '#/components/schemas/GateOutcome' }],
          },
          because: { description: 'Why.', type: 'string' },
          breakGlass: {
            description: 'Who may went past it.',
            allOf: [{ $ref: '#/components/schemas/BreakGlass' }],
          },
          owner: { description: 'Owner of the service then.', type: 'string' },
        },
      },
      DecisionsResponse: {
        description: 'A page of the log of decisions.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'decisions'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          decisions: {
            description: 'Newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/DecisionSummary' },
          },
          nextCursor: {
            description: 'Of the next page; absent on the last.',
            type: 'string',
          },
        },
      },
      DecisionResponse: {
        description: 'A decision, and whether the caller may review it.',
        type: 'object',
        additionalProperties: false,
        required: ['decision', 'mayReview'],
        properties: {
          decision: {
            description: 'The decision.',
            allOf: [{ $ref: '#/components/schemas/GateDecision' }],
          },
          mayReview: {
            description: 'Whether the caller may review it.',
            type: 'boolean',
          },
        },
      },
      ReviewRequest: {
        description: 'What came of a review.',
        type: 'object',
        additionalProperties: false,
        required: ['remarks'],
        properties: {
          remarks: {
            description: '10 to 2,000 characters without line breaks.',
            type: 'string',
            maxLength: 4000,
          },
        },
      },
      OrganisationGroup: {
        description: 'A group by name.',
        type: 'object',
        additionalProperties: false,
        required: ['groupRef', 'title'],
        properties: {
          groupRef: { description: 'Its entity ref.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
        },
      },
      BurdenName: {
        description: 'One of the five burdens.',
        type: 'string',
        enum: [
          'pipeline',
          'reliability',
          'observability',
          'security',
          'ownership',
        ],
      },
      OrganisationCell: {
        description: 'Results of the checks of one burden over some services.',
        type: 'object',
        additionalProperties: false,
        required: [
          'burden',
          'status',
          'notPassing',
          'known',
          'applicable',
          'before',
        ],
        properties: {
          burden: { $ref: '#/components/schemas/BurdenName' },
          status: {
            description: 'The worst result decides.',
            type: 'string',
            enum: [
              'good',
              'watch',
              'needs-work',
              'exempt',
              'unknown',
              'no-checks',
            ],
          },
          notPassing: {
            description: 'Results that are fail or warn.',
            type: 'integer',
          },
          known: { description: 'Results that are known.', type: 'integer' },
          applicable: {
            description: 'Results that are known or unknown.',
            type: 'integer',
          },
          before: {
            description: 'The same four weeks ago.',
            type: 'object',
            additionalProperties: false,
            required: ['notPassing', 'known'],
            properties: {
              notPassing: {
                description: 'Results that were fail or warn.',
                type: 'integer',
              },
              known: {
                description: 'Results that were known.',
                type: 'integer',
              },
            },
          },
        },
      },
      OrganisationRow: {
        description:
          'A group with all groups below it, or what no group answers for.',
        type: 'object',
        additionalProperties: false,
        required: ['title', 'of', 'groups', 'services', 'coverage', 'burdens'],
        properties: {
          groupRef: {
            description: 'Absent for services without owner.',
            type: 'string',
          },
          title: { description: 'In words.', type: 'string' },
          parent: { description: 'The row it stands under.', type: 'string' },
          of: {
            description:
              'What is counted; `own` is the group without those below it.',
            type: 'string',
            enum: ['tree', 'own', 'unowned'],
          },
          groups: {
            description: 'Number of groups right below it.',
            type: 'integer',
          },
          services: { description: 'Number of services.', type: 'integer' },
          coverage: { $ref: '#/components/schemas/Coverage' },
          burdens: {
            description: 'The five, in their order.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationCell' },
          },
        },
      },
      OrganisationTrend: {
        description: 'One burden week by week.',
        type: 'object',
        additionalProperties: false,
        required: ['burden', 'points'],
        properties: {
          burden: { $ref: '#/components/schemas/BurdenName' },
          points: {
            description: 'Every seven days, oldest first; the last is now.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['at', 'notPassing', 'known'],
              properties: {
                at: { description: 'The instant.', type: 'integer' },
                notPassing: {
                  description: 'Results that were fail or warn.',
                  type: 'integer',
                },
                known: {
                  description: 'Results that were known.',
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      DebtItem: {
        description: 'Something worth doing.',
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'burden',
          'title',
          'services',
          'examples',
          'results',
          'since',
        ],
        properties: {
          kind: {
            description:
              'A check that does not pass, or a burden of which less than half is known.',
            type: 'string',
            enum: ['check', 'blind-spot'],
          },
          burden: { $ref: '#/components/schemas/BurdenName' },
          scorecard: { description: 'Name of the scorecard.', type: 'string' },
          check: { description: 'Id of the check.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          mode: {
            description: 'What its result does now.',
            type: 'string',
            enum: ['audit', 'warn', 'enforce'],
          },
          owner: {
            description: 'Entity ref of who answers for the services.',
            type: 'string',
          },
          ownerTitle: { description: 'In words.', type: 'string' },
          services: { description: 'Number of services.', type: 'integer' },
          examples: {
            description: 'Three of them, those it is longest true of.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['entityRef', 'title'],
              properties: {
                entityRef: { description: 'Entity ref.', type: 'string' },
                title: { description: 'In words.', type: 'string' },
              },
            },
          },
          results: {
            description:
              'Results that do not pass, of a blind spot those that are unknown.',
            type: 'integer',
          },
          since: {
            description: 'Since when of the service it is longest so of.',
            type: 'integer',
          },
          effortDays: {
            description:
              'Days of work that the policy estimates, over all services.',
            type: 'number',
          },
          cost: {
            description: 'Hours of 28 days, by the fact that the check names.',
            type: 'object',
            additionalProperties: false,
            required: ['fact', 'hours', 'known'],
            properties: {
              fact: { description: 'Id of the fact.', type: 'string' },
              hours: {
                description: 'Sum over services of which it is known.',
                type: 'number',
              },
              known: {
                description: 'Number of services of which it is known.',
                type: 'integer',
              },
            },
          },
          hoursPerDay: {
            description: 'Hours of 28 days that a day of work saves.',
            type: 'number',
          },
          incidents: {
            description:
              'Incidents of these services in the last 90 days, whatever their cause.',
            type: 'object',
            additionalProperties: false,
            required: ['count', 'hours'],
            properties: {
              count: { description: 'Number of incidents.', type: 'number' },
              hours: {
                description: 'How long they lasted in all.',
                type: 'number',
              },
            },
          },
        },
      },
      WorseTurn: {
        description: 'A turn for the worse.',
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'title',
          'at',
          'scorecard',
          'from',
          'to',
          'because',
        ],
        properties: {
          entityRef: {
            description: 'Entity ref of the service.',
            type: 'string',
          },
          title: { description: 'In words.', type: 'string' },
          at: { description: 'When.', type: 'integer' },
          scorecard: { description: 'Name of the scorecard.', type: 'string' },
          check: {
            description: 'Id of the check; absent of a level.',
            type: 'string',
          },
          from: { description: 'Result or level before.', type: 'string' },
          to: { description: 'Result or level after.', type: 'string' },
          because: { description: 'Why.', type: 'string' },
          owner: {
            description: 'Entity ref of who answers for it.',
            type: 'string',
          },
          burden: { $ref: '#/components/schemas/BurdenName' },
          severity: { $ref: '#/components/schemas/Severity' },
        },
      },
      ComingItem: {
        description: 'Something with a date.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'title', 'dueAt', 'todo'],
        properties: {
          id: {
            description: "Unlike any other's of the list.",
            type: 'string',
          },
          kind: {
            description: 'What comes up.',
            type: 'string',
            enum: [
              'exemption-ending',
              'attestation',
              'campaign',
              'enforcement',
            ],
          },
          title: { description: 'In words.', type: 'string' },
          dueAt: {
            description: 'Epoch milliseconds; of several, that of the first.',
            type: 'integer',
          },
          todo: {
            description: 'What to do, and on what it rests.',
            type: 'string',
          },
          where: { $ref: '#/components/schemas/DuePlace' },
        },
      },
      ComingResponse: {
        description: 'What comes up, the soonest first.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'until', 'items'],
        properties: {
          asOf: { description: 'Epoch milliseconds.', type: 'integer' },
          until: {
            description: 'Up to then, epoch milliseconds.',
            type: 'integer',
          },
          items: {
            description: 'The soonest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/ComingItem' },
          },
        },
      },
      OrganisationResponse: {
        description: 'All services that the caller may read, added up.',
        type: 'object',
        additionalProperties: false,
        required: [
          'asOf',
          'above',
          'services',
          'unowned',
          'notAssessed',
          'coverage',
          'burdens',
          'rows',
          'trends',
          'levels',
          'worse',
          'debts',
          'debtsInAll',
          'choices',
        ],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          group: { $ref: '#/components/schemas/OrganisationGroup' },
          above: {
            description: 'Groups above the one asked for, the uppermost first.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationGroup' },
          },
          services: { description: 'Number of services.', type: 'integer' },
          unowned: {
            description: 'Services whose owner does not resolve.',
            type: 'integer',
          },
          notAssessed: {
            description: 'Services that were not assessed yet.',
            type: 'integer',
          },
          coverage: { $ref: '#/components/schemas/Coverage' },
          burdens: {
            description: 'The five over all services, in their order.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationCell' },
          },
          rows: {
            description:
              'Groups and those right below them, each after the one it stands under.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationRow' },
          },
          trends: {
            description: 'The five, in their order.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationTrend' },
          },
          levels: {
            description: 'Services on each level, highest first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['rank', 'services', 'before'],
              properties: {
                level: { description: 'Absent for none.', type: 'string' },
                rank: { description: '0 for none.', type: 'integer' },
                services: { description: 'Now.', type: 'integer' },
                before: { description: 'Twelve weeks ago.', type: 'integer' },
              },
            },
          },
          worse: {
            description: 'What got worse in seven days.',
            type: 'object',
            additionalProperties: false,
            required: ['from', 'checks', 'levels', 'turns'],
            properties: {
              from: { description: 'Since when.', type: 'integer' },
              checks: {
                description:
                  'Results that turned from pass or exempt to warn or fail.',
                type: 'integer',
              },
              levels: { description: 'Levels that fell.', type: 'integer' },
              turns: {
                description: 'The ten that matter most.',
                type: 'array',
                items: { $ref: '#/components/schemas/WorseTurn' },
              },
            },
          },
          debts: {
            description: 'The ten things most worth doing.',
            type: 'array',
            items: { $ref: '#/components/schemas/DebtItem' },
          },
          debtsInAll: {
            description: 'Number of things there are.',
            type: 'integer',
          },
          choices: {
            description:
              'Values that a filter may take, those of most services first.',
            type: 'object',
            additionalProperties: false,
            required: ['systems', 'domains', 'lifecycles', 'tags'],
            properties: {
              systems: {
                description: 'Entity refs.',
                type: 'array',
                items: { type: 'string' },
              },
              domains: {
                description: 'Entity refs.',
                type: 'array',
                items: { type: 'string' },
              },
              lifecycles: {
                description: 'As written.',
                type: 'array',
                items: { type: 'string' },
              },
              tags: {
                description: 'As written.',
                type: 'array',
                items: { type: 'string' },
              },
            },
          },
        },
      },
      OrganisationService: {
        description: 'A service behind a cell.',
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'title',
          'levelRank',
          'ladder',
          'coverage',
          'results',
        ],
        properties: {
          entityRef: { description: 'Entity ref.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
          owner: { description: 'Entity ref of its owner.', type: 'string' },
          level: { description: 'Its lowest level.', type: 'string' },
          levelRank: { description: '0 for none.', type: 'integer' },
          ladder: {
            description: 'Names of the ladder it stands on, lowest first.',
            type: 'array',
            items: { type: 'string' },
          },
          coverage: { $ref: '#/components/schemas/Coverage' },
          results: {
            description: 'Results that are not a pass, worst first.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'scorecard',
                'check',
                'title',
                'burden',
                'status',
                'severity',
                'since',
              ],
              properties: {
                scorecard: {
                  description: 'Name of the scorecard.',
                  type: 'string',
                },
                check: { description: 'Id of the check.', type: 'string' },
                title: { description: 'In words.', type: 'string' },
                burden: { $ref: '#/components/schemas/BurdenName' },
                status: { $ref: '#/components/schemas/CheckStatus' },
                severity: { $ref: '#/components/schemas/Severity' },
                since: { description: 'Since when.', type: 'integer' },
              },
            },
          },
        },
      },
      OrganisationServicesResponse: {
        description: 'A page of the services behind a cell.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'total', 'services'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          total: {
            description: 'Number of services on all pages.',
            type: 'integer',
          },
          services: {
            description: 'Those with most that does not pass first.',
            type: 'array',
            items: { $ref: '#/components/schemas/OrganisationService' },
          },
          nextCursor: {
            description: 'Where the next page begins; absent on the last.',
            type: 'string',
          },
        },
      },
      PolicyStatusResponse: {
        type: 'object',
        additionalProperties: false,
        description:
          'The policy in force, where it comes from and what is at fault.',
        required: ['asOf', 'digest', 'sources', 'documents', 'behind'],
        properties: {
          asOf: {
            type: 'integer',
            description: 'Instant that the answer speaks of.',
          },
          digest: {
            type: 'string',
            description: 'Names this very policy; sha256, hex.',
          },
          inForceSince: {
            type: 'integer',
            description: 'Since when it is in force; epoch milliseconds.',
          },
          sources: {
            type: 'array',
            description: 'Places that policy is read from.',
            items: { $ref: '#/components/schemas/PolicySourceStatus' },
          },
          documents: {
            type: 'array',
            description: 'In the order of the files.',
            items: { $ref: '#/components/schemas/PolicyDocumentStatus' },
          },
          behind: {
            type: 'integer',
            minimum: 0,
            description: 'Services that are still judged by an earlier policy.',
          },
        },
      },
      PolicySourceStatus: {
        type: 'object',
        additionalProperties: false,
        description: 'A place that policy is read from.',
        required: ['location', 'state', 'files'],
        properties: {
          location: {
            type: 'string',
            description: 'Path or address, without credentials.',
          },
          state: {
            type: 'string',
            enum: ['read', 'unchanged', 'failed', 'pending'],
            description:
              'How the last look at it went. Where it failed, the files that it gave last stay in force.',
          },
          because: {
            type: 'string',
            description: 'Why it could not be read, and what to do.',
          },
          readAt: {
            type: 'integer',
            description: 'When it was last known as it is; epoch milliseconds.',
          },
          files: {
            type: 'integer',
            minimum: 0,
            description: 'Files that it gave last.',
          },
        },
      },
      PolicyDocumentStatus: {
        type: 'object',
        additionalProperties: false,
        description: 'A scorecard or gate as it was loaded.',
        required: ['file', 'kind', 'state', 'rules', 'faults'],
        properties: {
          file: { type: 'string', description: 'File that it stands in.' },
          kind: { type: 'string', description: 'Scorecard or Gate.' },
          name: { type: 'string', description: 'Its name.' },
          title: { type: 'string', description: 'Its title.' },
          owner: {
            type: 'string',
            description: 'Entity ref of who answers for it.',
          },
          state: {
            type: 'string',
            enum: ['active', 'draft', 'scheduled', 'kept', 'refused'],
            description:
              '`scheduled`: in force from a later instant. `kept`: its head is at fault, and the last good one stays in force.',
          },
          effectiveFrom: {
            type: 'integer',
            description:
              'It judges nobody before this instant; epoch milliseconds.',
          },
          rules: {
            type: 'array',
            description: 'Its checks, or the rules of a gate.',
            items: { $ref: '#/components/schemas/PolicyRuleStatus' },
          },
          faults: {
            type: 'array',
            description: 'Of its head.',
            items: { $ref: '#/components/schemas/PolicyFault' },
          },
        },
      },
      PolicyRuleStatus: {
        type: 'object',
        additionalProperties: false,
        description: 'A rule of a document, and whether it is in force.',
        required: ['id', 'state', 'faults'],
        properties: {
          id: { type: 'string', description: 'Its id.' },
          title: { type: 'string', description: 'Its title.' },
          mode: {
            type: 'string',
            description: 'Its mode as written.',
            enum: ['off', 'audit', 'warn', 'enforce'],
          },
          state: {
            type: 'string',
            enum: ['active', 'kept', 'refused'],
            description:
              '`kept`: this revision of it is at fault, and the last good one stays in force.',
          },
          faults: {
            type: 'array',
            description: 'What is wrong with it.',
            items: { $ref: '#/components/schemas/PolicyFault' },
          },
        },
      },
      PolicyFault: {
        type: 'object',
        additionalProperties: false,
        description: 'A fault at its place in a file.',
        required: ['file', 'line', 'column', 'message'],
        properties: {
          file: { type: 'string', description: 'File that it stands in.' },
          line: { type: 'integer', minimum: 1, description: 'From 1.' },
          column: { type: 'integer', minimum: 1, description: 'From 1.' },
          message: {
            type: 'string',
            description: 'What is wrong and what to do about it.',
          },
        },
      },
      CheckStatus: {
        description: 'Outcome of a check for one service.',
        type: 'string',
        enum: ['pass', 'warn', 'fail', 'exempt', 'unknown', 'not-applicable'],
      },
      ScorecardSummary: {
        description: 'A scorecard of the policy in force.',
        type: 'object',
        additionalProperties: false,
        required: ['scorecard', 'title', 'levels', 'checks', 'services'],
        properties: {
          scorecard: { description: 'Its name.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
          owner: {
            description: 'Entity ref of the group that answers for it.',
            type: 'string',
          },
          levels: {
            description: 'Names of its ladder, lowest first.',
            type: 'array',
            items: { type: 'string' },
          },
          checks: {
            description:
              'Its checks in the order they are written, without those that are off.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['check', 'title', 'burden', 'severity', 'mode'],
              properties: {
                check: { description: 'Id of the check.', type: 'string' },
                title: { description: 'In words.', type: 'string' },
                burden: {
                  description: 'What it is about.',
                  type: 'string',
                  enum: [
                    'pipeline',
                    'reliability',
                    'observability',
                    'security',
                    'ownership',
                  ],
                },
                level: { description: 'Level that needs it.', type: 'string' },
                severity: { $ref: '#/components/schemas/Severity' },
                mode: {
                  description: 'What its result does now.',
                  type: 'string',
                  enum: ['audit', 'warn', 'enforce'],
                },
              },
            },
          },
          services: {
            description:
              'Number of services it applies to that the caller may read.',
            type: 'integer',
          },
        },
      },
      ScorecardsResponse: {
        description: 'The scorecards in force.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'scorecards'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          scorecards: {
            description: 'In the order of their files.',
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardSummary' },
          },
        },
      },
      ScorecardServiceRow: {
        description: 'A service of a scorecard.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'title', 'rank', 'coverage', 'results'],
        properties: {
          entityRef: {
            description: 'Entity ref of the service.',
            type: 'string',
          },
          title: { description: 'In words.', type: 'string' },
          owner: { description: 'Entity ref of its owner.', type: 'string' },
          level: {
            description: 'Level reached; absent where none is.',
            type: 'string',
          },
          rank: {
            description: '0 for none, 1 for the first level.',
            type: 'integer',
          },
          coverage: { $ref: '#/components/schemas/Coverage' },
          results: {
            description:
              'Results by check id; a check that is not in it was not asked.',
            type: 'object',
            additionalProperties: {
              type: 'object',
              additionalProperties: false,
              required: ['status', 'since'],
              properties: {
                status: { $ref: '#/components/schemas/CheckStatus' },
                since: { description: 'Since when.', type: 'integer' },
              },
            },
          },
        },
      },
      ScorecardServicesResponse: {
        description:
          "A page of a scorecard's services, and sums over all pages.",
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'scorecard', 'services', 'total', 'counts'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          scorecard: { $ref: '#/components/schemas/ScorecardSummary' },
          services: {
            description: 'In the order asked for.',
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardServiceRow' },
          },
          total: {
            description: 'Number of services on all pages.',
            type: 'integer',
          },
          counts: {
            description:
              'Number of services by check id and result, over all pages.',
            type: 'object',
            additionalProperties: {
              type: 'object',
              additionalProperties: { type: 'integer' },
            },
          },
          nextCursor: {
            description: 'Where the next page begins; absent on the last.',
            type: 'string',
          },
        },
      },
      ServiceStanding: {
        description: 'Where a service stands.',
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'levels', 'state'],
        properties: {
          entityRef: {
            description: 'Entity ref of the service.',
            type: 'string',
          },
          levels: {
            description: 'Its level on each scorecard that applies to it.',
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['scorecard', 'rank'],
              properties: {
                scorecard: {
                  description: 'Name of the scorecard.',
                  type: 'string',
                },
                level: {
                  description: 'Level reached; absent where none is.',
                  type: 'string',
                },
                rank: {
                  description: '0 for none, 1 for the first level.',
                  type: 'integer',
                },
              },
            },
          },
          state: {
            description: 'State of the worst of its burdens.',
            type: 'string',
            enum: [
              'good',
              'watch',
              'needs-work',
              'exempt',
              'unknown',
              'no-checks',
            ],
          },
        },
      },
      StandingsResponse: {
        description: 'A page of where services stand.',
        type: 'object',
        additionalProperties: false,
        required: ['asOf', 'standings'],
        properties: {
          asOf: { description: 'When that was so.', type: 'integer' },
          standings: {
            description: 'By entity ref.',
            type: 'array',
            items: { $ref: '#/components/schemas/ServiceStanding' },
          },
          nextCursor: {
            description: 'Where the next page begins; absent on the last.',
            type: 'string',
          },
        },
      },
      DueKind: {
        description: 'What is due.',
        type: 'string',
        enum: [
          'exemption-to-decide',
          'exemption-ending',
          'exemption-ended',
          'attestation',
          'campaign',
          'findings',
          'break-glass',
          'enforcement',
        ],
      },
      DueItem: {
        description: 'Something that a team is to do.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'title', 'dueAt', 'overdue', 'todo', 'where'],
        properties: {
          id: {
            description: "Unlike any other's of the list.",
            type: 'string',
          },
          kind: { $ref: '#/components/schemas/DueKind' },
          title: { description: 'In words.', type: 'string' },
          service: {
            description: 'Where it is of one service.',
            type: 'object',
            additionalProperties: false,
            required: ['entityRef', 'title'],
            properties: {
              entityRef: { description: 'Its entity ref.', type: 'string' },
              title: { description: 'In words.', type: 'string' },
            },
          },
          dueAt: { description: 'Epoch milliseconds.', type: 'integer' },
          overdue: { description: 'Whether it is late.', type: 'boolean' },
          todo: {
            description: 'What to do, and on what it rests.',
            type: 'string',
          },
          where: { $ref: '#/components/schemas/DuePlace' },
          attestation: {
            description: 'Of an attestation, what it takes to give it.',
            allOf: [{ $ref: '#/components/schemas/DueAttestation' }],
          },
        },
      },
      DuePlace: {
        description: 'Where it is done.',
        type: 'object',
        additionalProperties: false,
        required: ['page', 'of'],
        properties: {
          page: {
            description: 'A page of the portal.',
            type: 'string',
            enum: [
              'exemptions',
              'service',
              'campaign',
              'decision',
              'scorecard',
            ],
          },
          of: {
            description: 'An id, or the entity ref of a service.',
            type: 'string',
          },
        },
      },
      DueResponse: {
        description: 'What is due of a team.',
        type: 'object',
        additionalProperties: false,
        required: ['team', 'asOf', 'items', 'total', 'overdue', 'leftOut'],
        properties: {
          team: { $ref: '#/components/schemas/TeamName' },
          asOf: { description: 'Epoch milliseconds.', type: 'integer' },
          items: {
            description: 'The longest due first.',
            type: 'array',
            items: { $ref: '#/components/schemas/DueItem' },
          },
          total: { description: 'Number of items there are.', type: 'integer' },
          overdue: {
            description: 'Number of them that are late.',
            type: 'integer',
          },
          leftOut: {
            description: 'What the caller may not see.',
            type: 'array',
            items: {
              description: 'A kind of item with why.',
              type: 'object',
              additionalProperties: false,
              required: ['kind', 'because'],
              properties: {
                kind: { $ref: '#/components/schemas/DueKind' },
                because: { description: 'One sentence.', type: 'string' },
              },
            },
          },
          nextCursor: { description: 'Of the next page.', type: 'string' },
        },
      },
      TeamName: {
        description: 'A group by name.',
        type: 'object',
        additionalProperties: false,
        required: ['groupRef', 'title'],
        properties: {
          groupRef: { description: 'Its entity ref.', type: 'string' },
          title: { description: 'In words.', type: 'string' },
        },
      },
      OnCallWeek: {
        description: 'Pages of one ISO week.',
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'working', 'evening', 'night'],
        properties: {
          from: {
            description: 'Epoch milliseconds, Monday 00:00 in the zone.',
            type: 'integer',
          },
          to: { description: 'That of the next week.', type: 'integer' },
          working: {
            description: 'Monday to Friday from 08:00 to 18:00.',
            type: 'integer',
          },
          evening: { description: 'From then until 22:00.', type: 'integer' },
          night: {
            description: 'At night and at the weekend.',
            type: 'integer',
          },
        },
      },
      RotaLoad: {
        description: 'Pages that reached one rota.',
        type: 'object',
        additionalProperties: false,
        required: ['weeks'],
        properties: {
          rota: {
            description:
              "The source's own name of it; absent where it was not told.",
            type: 'string',
          },
          group: {
            description: 'The group of the team that answers to it.',
            allOf: [{ $ref: '#/components/schemas/TeamName' }],
          },
          weeks: {
            description: 'Oldest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/OnCallWeek' },
          },
        },
      },
      OnCallResponse: {
        description: 'How often a team was called.',
        type: 'object',
        additionalProperties: false,
        required: [
          'team',
          'asOf',
          'zone',
          'status',
          'because',
          'services',
          'weeks',
          'rotas',
          'elsewhere',
        ],
        properties: {
          team: { $ref: '#/components/schemas/TeamName' },
          asOf: { description: 'Epoch milliseconds.', type: 'integer' },
          zone: {
            description: 'IANA name of the zone that weeks begin in.',
            type: 'string',
          },
          status: {
            description:
              'Unknown where of no service it is known whether it pages.',
            type: 'string',
            enum: ['known', 'unknown'],
          },
          because: {
            description: 'On what it rests, or what would make it known.',
            type: 'string',
          },
          services: {
            description: 'Of how many services it is known.',
            type: 'object',
            additionalProperties: false,
            required: ['known', 'total'],
            properties: {
              known: {
                description: 'Those of which it is known.',
                type: 'integer',
              },
              total: { description: 'All of today.', type: 'integer' },
            },
          },
          weeks: {
            description: 'Eight, oldest first; the last is not over.',
            type: 'array',
            items: { $ref: '#/components/schemas/OnCallWeek' },
          },
          rotas: {
            description: 'The one called most first.',
            type: 'array',
            items: { $ref: '#/components/schemas/RotaLoad' },
          },
          elsewhere: {
            description:
              'Pages that reached rotas of other teams; they are in no week.',
            type: 'integer',
          },
          limit: {
            description: 'From where on a rota carries too much.',
            type: 'object',
            additionalProperties: false,
            required: ['perWeek', 'fact'],
            properties: {
              perWeek: { description: 'Pages a week.', type: 'number' },
              fact: {
                description: 'The fact whose ladder says so.',
                type: 'string',
              },
            },
          },
        },
      },
    },
  },
} as const;
