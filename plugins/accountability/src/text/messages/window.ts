/** Words of the attribution window and of what is proposed for it. */
export const windowMessages = {
  window: {
    title: 'Attribution window',
    open: 'How long is that, and why?',
    asOf: 'as of {{at}}',
    meaning:
      'W: how long after its end a deployment can be charged by time alone.',
    inForce: 'W is {{window}} ({{origin}}).',
    none: 'There is no W: by time alone a deployment is charged however long ago it was.',
    profile: 'Profile {{profile}}.',
    origin: {
      annotation: 'annotation of the service',
      configuration: 'configuration',
      default: 'default',
    },
    unsure: 'Nothing is proposed.',
    same: 'That is what holds already; nothing would change.',
    effect_one:
      'With it 1 of {{incidents}} incidents since {{from}} would be charged otherwise.',
    effect_other:
      'With it {{count}} of {{incidents}} incidents since {{from}} would be charged otherwise.',
    chart:
      '{{n}} known causes by how long after the end of the rollout the impact began; {{windows}}.',
    chartInForce: 'W is {{window}}',
    chartProposed: '{{window}} proposed',
    chartNone: 'no W',
    chartLater: '{{n}} later',
    axis: 'Impact after the end of the rollout',
    annotation: 'To take it over, in catalog-info.yaml',
    copy: 'Copy',
    copied: 'Copied',
    causes: 'Known causes',
    causesEmpty:
      'No cause of an incident since {{from}} is known from people, links or remedies. Name the cause where an incident is written up, or decide it on its page.',
    began: 'Impact',
    method: 'Known from',
    after: 'After the rollout',
    shown: '{{shown}} of {{all}} shown',
  },
} as const;
