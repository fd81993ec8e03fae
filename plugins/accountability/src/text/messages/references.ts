/** Words of what is looked up outside. */
export const referencesMessages = {
  references: {
    title: 'Looked up outside',
    sub: 'what nobody delivers: public lists, releases of packages, files of repositories',
    what: 'What',
    entries: 'How much',
    asOf: 'As of',
    nothing: 'nothing yet',
    absentPackages: '{{number}} that no source knows',
    absentFiles: '{{number}} have none',
    failing: '{{number}} not read',
    waiting: '{{number}} not looked at yet',
    loaded: 'loaded {{age}} ago',
    looked: 'last read {{age}} ago',
  },
  referenceName: {
    kev: 'Known exploited vulnerabilities (CISA KEV)',
    epss: 'Likelihood of exploitation (EPSS)',
    lifecycles: 'Ends of life (endoflife.date)',
    packages: 'Releases of packages',
    codeowners: 'CODEOWNERS',
    runtimes: 'What repositories run on',
  },
  referenceEntries: {
    kev_one: '{{number}} vulnerability',
    kev_other: '{{number}} vulnerabilities',
    epss_one: '{{number}} vulnerability',
    epss_other: '{{number}} vulnerabilities',
    lifecycles_one: '{{number}} product',
    lifecycles_other: '{{number}} products',
    packages_one: '{{number}} package',
    packages_other: '{{number}} packages',
    codeowners_one: '{{number}} file',
    codeowners_other: '{{number}} files',
    runtimes_one: '{{number}} repository',
    runtimes_other: '{{number}} repositories',
  },
  referenceState: {
    failing: 'Failing',
    unrenewed: 'Not renewed',
    partly: 'Some fail',
    old: 'Old',
    waiting: 'Waiting',
    good: 'Good',
    off: 'Off',
  },
  referenceOff: {
    kev: 'Whether a finding is known to be exploited is told only where its source compares it.',
    epss: 'Which findings are likely to be exploited is not told; severity alone counts.',
    lifecycles:
      'Ends of life are told of the few products that we know ourselves.',
    packages:
      'How far dependencies are behind their newest releases is unknown.',
    codeowners: 'Whether CODEOWNERS agrees with the catalog is unknown.',
    runtimes:
      'What services run on is told only where a bill of materials says so.',
  },
  referenceNote: {
    offDo: 'To switch it on, say in {{key}} where it is read from.',
    disabledDo: 'To switch it on, set {{key}} to true.',
    kept: '{{because}} What was read before stays in force.',
    listDo:
      'Look at the address or path in {{key}}. It is tried again by itself.',
    packagesDo:
      'Look at the addresses and tokens in {{key}}; the log of the backend says what went wrong first. Each is tried again by itself.',
    filesDo:
      'Add missing hosts to {{key}}, and give their credentials access to the repositories. Which ones fail, and why, says the table {{table}} of the backend.',
    old: 'The list in force was made {{age}} ago; past {{limit}} it is told as old.',
    oldDo:
      'Put a newer list at the address or path in {{key}}, or look why none comes there.',
    waitingList: 'It is configured and was not loaded yet.',
    waitingPackages:
      'No bill of materials names a package yet that a source may be asked for.',
    waitingFiles: 'No service of the catalog has a repository yet.',
    waitingSome_one: '{{number}} waits to be looked at.',
    waitingSome_other: '{{number}} wait to be looked at.',
    waitingDo:
      'It begins by itself. If it stays so, look at the log of the backend.',
    waitingPackagesDo:
      'Upload bills of materials with package urls and the graph of dependencies from CI.',
    waitingFilesDo:
      'Services need an annotation that names their repository, such as {{key}}.',
  },
} as const;
