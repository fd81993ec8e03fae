/** Words of the way from an empty installation to a first gate that was asked. */
export const firstStepsMessages = {
  firstSteps: {
    title: 'First steps',
    list: 'In this order',
    what: 'the first steps',
    lead: 'From a catalog that says little to a gate that is asked. Each step tells what is there and what to do; this page follows by itself.',
    done: '{{done}} of {{number}} done',
    allDone: 'All {{number}} steps are done. The overview says the rest.',
    next: 'Next: {{step}}.',
    how: 'How to do it',
    hide: 'Hide',
    show: 'Show the next step',
    open: 'Show how',
    close: 'Close',
    openLabel: 'Show how: {{step}}',
    closeLabel: 'Close: {{step}}',
    copy: 'Copy',
    copyLabel: 'Copy: {{what}}',
    copied: 'Copied',
    see: 'See it on {{page}}',
  },
  firstStepState: { done: 'Done', todo: 'To do', unknown: 'Unknown' },
  firstStep: {
    services: 'Services have an owner that exists',
    source: 'A source tells what happens',
    records: 'Records reach their services',
    policy: 'Checks of your own are in force',
    level: 'A service stands at a level',
    gate: 'A gate is asked',
  },
  firstStepShort: {
    services: 'Services',
    source: 'Source',
    records: 'Records',
    policy: 'Checks',
    level: 'Level',
    gate: 'Gate',
  },
  firstStepCount: {
    services_one: '{{number}} of {{of}} services has an owner that resolves',
    services_other: '{{number}} of {{of}} services have an owner that resolves',
    noServices: 'The catalog has no services yet',
    source_one: '{{number}} of {{of}} sources delivered',
    source_other: '{{number}} of {{of}} sources delivered',
    lastDelivery: 'last {{source}}, {{at}}',
    records_one: '{{number}} of {{of}} services has records',
    records_other: '{{number}} of {{of}} services have records',
    unowned_one: '{{number}} subject belongs to no service',
    unowned_other: '{{number}} subjects belong to no service',
    unownedMost: 'at least {{number}} subjects belong to no service',
    policyDone_one: '{{number}} check in force',
    policyDone_other: '{{number}} checks in force',
    policyTodo_one: '{{number}} check in force, none from a place of your own',
    policyTodo_other:
      '{{number}} checks in force, none from a place of your own',
    level_one: '{{number}} of {{of}} services stands at a level',
    level_other: '{{number}} of {{of}} services stand at a level',
    gates_one: '{{number}} gate in force',
    gates_other: '{{number}} gates in force',
    lastAsked: 'last asked {{at}}',
    neverAsked: 'none was asked yet',
  },
  firstStepPage: {
    services: 'Overview',
    source: 'Sources',
    records: 'Unowned records',
    policy: 'Policy',
    level: 'Scorecards',
    gate: 'Gates',
  },
  firstStepGuide: {
    component:
      'Each service needs a catalog-info.yaml in its repository that names its owner:',
    group:
      'An owner resolves once the catalog has that group. A catalog module brings groups from your directory; a file does for the first:',
    sync: 'The catalog is read again every few minutes.',
    module: 'Add the module of the source to the backend, here GitHub:',
    secret:
      'Make up a secret (openssl rand -hex 32) and give it to the backend in app-config.yaml:',
    webhook:
      'At the sender, add a webhook with the same secret, content type application/json and the events Deployments and Deployment statuses. The sender must be able to reach this address:',
    generic:
      'What has no module posts record events, with a Backstage token that has the permission accountability.delivery.create:',
    annotations:
      'A sender calls a service by a name of its own, its subject. Annotations in catalog-info.yaml tie subjects to the service, most of which you may have already:',
    hints:
      'Unowned records lists every subject that no service names, with the annotation that would attach it. Nothing is dropped meanwhile: records attach when the catalog is read next.',
    locations:
      'Name a folder of your own in app-config.yaml, beside what comes along:',
    scorecard:
      'Write a first check there, in first-steps.yaml. It is in force within half a minute:',
    policyCheck: 'The command line reads it without a server, before it runs:',
    levelHow:
      'A service stands at a level once every enforced check of that level, and of those below it, passes. What is unknown holds it back and says what would make it known. Begin with a check that can pass today:',
    levelWhy:
      'Scorecards shows each service by its checks: what fails, and what is unknown and why. A result follows a record within seconds.',
    gate: 'Let a gate ask that check. Beside the scorecard, in the same file:',
    token:
      'Give the pipeline a token that may ask gates and do nothing else, in app-config.yaml:',
    ask: 'Ask it before a deployment. Code 0 goes on, 1 may not, 3 could not be asked:',
  },
} as const;
