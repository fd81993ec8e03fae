/** Words of the panel behind a fact. */
export const metricMessages = {
  metric: {
    open: 'Definition, distribution and past values',
    asOf: 'as of {{at}}',
    retold: 'Told again',
    retoldLead:
      'Days are kept with a window of {{days}} days, in production. Where records arrive later that speak of a day, it is told again; what it said before is kept.',
    retoldLeadNow:
      'Days are kept as they stood at their end. Where records arrive later that speak of a day, it is told again; what it said before is kept.',
    retoldNone: 'No day from {{from}} to {{to}} was told again.',
    retoldDay: 'Day',
    retoldSaid: 'Said',
    retoldUntil: 'Until',
    retoldNow: 'Says now',
    retoldThen: 'Said {{at}}',
    retoldGone: 'not kept any more',
    retoldCut: 'Older days were told again, too; they are left out here.',
    retoldMark_one:
      '1 of these days was told again since, marked below the line.',
    retoldMark_other:
      '{{count}} of these days were told again since, marked below the line.',
    retoldPoint: 'told again since',
    unknownDay: 'unknown ({{reason}})',
    window: 'Window',
    days: '{{days}} d',
    basis: 'n = {{n}}, {{from}} to {{to}}, {{environment}}',
    definition: 'Definition:',
    good: 'Thought good:',
    goodLower:
      'at most {{bronze}} for bronze, {{silver}} for silver, {{gold}} for gold; {{basis}}. A check asks for a number of its own.',
    goodHigher:
      'at least {{bronze}} for bronze, {{silver}} for silver, {{gold}} for gold; {{basis}}. A check asks for a number of its own.',
    basisPublished: 'published numbers',
    basisDerived: 'derived from published numbers',
    basisConvention: 'our convention',
    gaming: 'Can be gamed:',
    spread: 'How single values spread',
    spreadSentence:
      '{{n}} values: half of them from {{low}} to {{high}}, the median is {{median}}.',
    spreadCaption: 'Number of values by range',
    from: '{{from}} and more',
    range: '{{from}} to {{to}}',
    quantiles: 'Quantiles',
    past: 'At the ends of past windows',
    pastSentence:
      '{{windows}} windows of {{days}} days, {{unknown}} of them unknown.',
    pastCaption: 'The past values as a table',
    noPast: 'No past window is kept yet.',
    noReason: 'no reason is kept',
    highest: 'top of the scale: {{value}}',
    lowest: 'from {{value}}',
    end: 'End of the window',
    n: 'n',
    benchmarks: 'What others answer',
    answer: '{{edition}}: the value falls into “{{answer}}”.',
    source: 'source',
    noJudgement:
      'Answers of a survey, to be read beside the value; they judge nothing.',
    values: 'Single values',
    noValues: 'No single value stands behind it in this window.',
    shown: '{{shown}} of {{all}} shown',
    openRecord: 'Record {{record}}',
  },
  quantile: {
    min: 'least',
    p25: 'p25',
    p50: 'median',
    p75: 'p75',
    p90: 'p90',
    p95: 'p95',
    max: 'most',
  },
} as const;
