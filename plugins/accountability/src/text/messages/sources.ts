/** Words of the health of sources. */
export const sourcesMessages = {
  verdictCount: {
    accepted: '{{number}} accepted',
    ignored: '{{number}} ignored',
    unsupported: '{{number}} unsupported',
    rejected: '{{number}} rejected',
  },
  verdictAll: {
    accepted: 'all accepted',
    ignored: 'all ignored',
    unsupported: 'all unsupported',
    rejected: 'all rejected',
  },
  verdictWord: {
    accepted: 'Accepted',
    ignored: 'Ignored',
    unsupported: 'Unsupported',
    rejected: 'Rejected',
  },
  sourceState: {
    stuck: 'Stuck',
    quiet: 'Quiet',
    refused: 'Refused',
    'some-refused': 'Some refused',
    polling: 'Polling fails',
    unreadable: 'Some unreadable',
    alive: 'Alive',
    idle: 'Idle',
    off: 'Off',
    ready: 'Never delivered',
  },
  sourceFact: {
    stuck_one: '{{number}} delivery waits',
    stuck_other: '{{number}} deliveries wait',
    quiet: 'since {{at}}',
    refused: '{{number}} in 24\u00a0h',
    polling: '{{failing}} of {{subjects}} subjects',
    off: 'not configured any more',
    idle: 'nothing in 24\u00a0h',
  },
  sources: {
    title: 'Sources',
    sub: 'those that need a person first; counts are of the last 24\u00a0h',
    state: 'State',
    source: 'Source',
    last: 'Last delivery',
    never: 'never',
    ago: '{{age}} ago',
    deliveries: 'Deliveries',
    none: 'none',
    hours: 'Each of the last 48\u00a0h',
    delay: 'Delay',
    action: 'Read again',
    noDelay: 'not measured',
    delayMean: '{{span}} on average',
    delayLongest: 'at most {{span}}',
    underSecond: 'under 1\u00a0s',
    streams_one: '{{number}} stream polled',
    streams_other: '{{number}} streams polled',
    hoursMost: 'at most {{number}} an hour',
    hoursSentence:
      'Deliveries of {{source}} in each of the last 48 hours: {{total}} in all, at most {{most}} in an hour, {{current}} in this hour so far; {{silent}} hours without any.',
    onTheirWay_one: '{{number}} on its way to the records',
    onTheirWay_other: '{{number}} on their way to the records',
    troubles_one: 'the latest not accepted',
    troubles_other: 'latest {{number}} not accepted',
    streamsOf: 'Polled streams of {{source}}',
    troublesOf: 'Latest deliveries of {{source}} that were not accepted',
    received: 'Received',
    verdict: 'Verdict',
    because: 'Because',
    stream: 'Stream',
    subjects: 'Subjects',
    failing: 'Failing',
    noneFailing: 'none',
    oldest: 'Longest since asked',
    notAsked: 'one was never asked about',
    limited: 'asked us to pause until {{at}}',
    doNext: 'What to do:',
  },
  sourceNote: {
    stuck_one:
      '{{number}} delivery is stored and its events have not reached the records: {{because}}.',
    stuck_other:
      '{{number}} deliveries are stored and their events have not reached the records: {{because}}.',
    stuckDo:
      'Nothing is lost, and it is tried again by itself. If it stays, look for this sentence in the log of the backend.',
    quiet: '{{because}}.',
    quietDo:
      'Look at the sender for a webhook that is switched off, points elsewhere, or is answered with an error. What came meanwhile can be delivered again from there.',
    refused_one:
      '{{number}} delivery of the last 24\u00a0h was not signed right and nothing is kept of it. The last one, {{age}} ago: {{because}}.',
    refused_other:
      '{{number}} deliveries of the last 24\u00a0h were not signed right and nothing is kept of them. The last one, {{age}} ago: {{because}}.',
    refusedBefore:
      'The last attempt, {{age}} ago, was not signed right: {{because}}.',
    refusedDo:
      'Compare the secret at the sender with {{key}}. The list takes several: put the new one beside the old while you rotate. Then deliver the refused ones again from the sender.',
    limited_one:
      '{{number}} delivery of the last 24\u00a0h came beyond the limit and was sent away with 429.',
    limited_other:
      '{{number}} deliveries of the last 24\u00a0h came beyond the limit and were sent away with 429.',
    limitedDo:
      'See whether a sender runs in circles. If it is right that so many come, raise {{key}}. Deliver what is missing again from a sender that does not do so by itself.',
    polling:
      '{{stream}} cannot be asked about {{failing}} of {{subjects}} subjects: {{because}}.',
    pollingNoReason: 'the source gave no reason',
    pollingDo:
      'What webhooks lose there is not found again. Look at the token and rights that this source is polled with.',
    unreadable_one:
      '{{number}} delivery of the last 24\u00a0h was signed right and could not be read.',
    unreadable_other:
      '{{number}} deliveries of the last 24\u00a0h were signed right and could not be read.',
    unreadableDo:
      'They are kept. Once a newer version of this source reads them, read them again.',
  },
  sourceStrip: {
    region: 'Sources in short',
    sources: 'Sources',
    needOne: '{{number}} of {{total}} needs a person',
    needMany: '{{number}} of {{total}} need a person',
    noneNeeds: 'none needs a person',
    noneYet: 'none has delivered yet',
    ready: '{{number}} more ready, nothing delivered yet',
    readyOnly: '{{number}} ready',
    delivering: '{{number}} have delivered',
    deliveries: 'Deliveries, 24\u00a0h',
  },
  connect: {
    title: 'Connect a first source',
    lead: 'Nothing has been delivered yet, so nothing is known of any service. It takes three steps:',
    configure:
      'Make up a secret for a source and give it to the backend, for example for GitHub:',
    point:
      'At the sender, add a webhook with the same secret. Its address, which the sender must be able to reach, ends in the name of the source:',
    watch:
      'Let the sender deliver once: most have a button for a test. It shows up on this page within seconds.',
    readyTitle: 'Ready, nothing delivered yet',
    readySub: 'on, and waiting for a first delivery',
    readyLead:
      'A webhook signs with a secret of accountability.sources.<source>.secrets. CI, scripts and imports send a token with the permission accountability.delivery.create. A first delivery shows up here within seconds.',
    address: 'Where to deliver',
    id: '<source>',
  },
} as const;
