import {
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { many, merged, people, twoTeams } from '../testing';
import { approvedIn } from './approvedIn';
import { defineFact, FactContext } from './defineFact';
import { measureDecided } from './measureDecided';
import { mergedAt } from './mergedAt';
import { OwnedChange, ownedChanges, whyNoGroups } from './ownedChanges';
import { reportsAside } from './reportsAside';

const provenance = {
  level: 'declared',
  tools: ['Claude Code'],
  commits: 1,
  automation: false,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
} as const;

/** A change that a machine says it wrote for ada, approved by ben. */
const marked = (id: string) =>
  merged(id, {
    machineWritten: 'declared',
    provenance: { ...provenance, tools: [...provenance.tools], evidence: [] },
    author: 'bot',
    authorKind: 'bot',
    sponsor: 'ada',
    reviews: [{ by: 'ben', verdict: 'approve', at: 0 }],
  });

/** Share of the changes marked machine-written that a person asked for, that another person of the owning group approved and that no tool signed off. */
export const machineWrittenAccountable = defineFact({
  id: 'ownership.machine_written_accountable',
  burden: 'ownership',
  question: 'Does somebody answer for what a machine wrote?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Linux kernel, coding-assistants (a person answers, tools must not sign off), and the rule of coding agents that whoever asked may not approve: merged changes with a marker that attests or declares a machine that have a sponsor, or a person as author, and an approval by another member of the group that owned the service at the merge, and no sign-off by a tool, over those of which it can be told; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.8,
    silver: 0.95,
    gold: 1,
    basis: 'convention',
  },
  gaming:
    'Stripping the markers makes it higher; look at provenance_coverage beside it.',
  windowBy: {
    ...reportsAside,
    change: record =>
      makerOf(record) === 'machine' ? mergedAt(record) : undefined,
  },
  reads: ['people'],

  measure(context) {
    const changes = ownedChanges(context.inWindow.change, context);
    const why =
      context.inWindow.change.length > 0 && whyNoGroups(changes, context);
    if (why) return why;
    const told = changes.owned.map(one => ({
      id: one.change.id,
      answered: isAnsweredFor(one, context),
    }));
    const ids = (answered: boolean | undefined) =>
      told.filter(one => one.answered === answered).map(({ id }) => id);
    return measureDecided(context, {
      yes: ids(true),
      no: ids(false),
      unknown: ids(undefined),
      keys: ['accountable', 'not accountable'],
      of: 'changes marked machine-written',
      that: 'have a person who asked, another of the owning group who approved, and no sign-off by a tool',
      besides: changes.besides,
    });
  },

  examples: [
    {
      given: 'nine of ten stood for, one signed off by a tool',
      people: twoTeams,
      records: [
        ...many(9, 'm', marked),
        {
          ...marked('s'),
          provenance: {
            ...provenance,
            tools: [],
            evidence: [],
            signedByTool: true,
          },
        },
      ],
      gives: 0.9,
    },
    {
      given: 'an approval by another team, and one for nobody',
      people: twoTeams,
      records: [
        ...many(8, 'm', marked),
        {
          ...marked('o'),
          reviews: [{ by: 'sam', verdict: 'approve', at: 0 }],
        },
        { ...marked('n'), sponsor: undefined },
      ],
      gives: 0.8,
    },
    {
      given: 'an approval by a stranger to the catalog is in neither number',
      people: twoTeams,
      records: [
        ...many(10, 'm', marked),
        { ...marked('z'), reviews: [{ by: 'zoe', verdict: 'approve', at: 0 }] },
      ],
      gives: 1,
    },
    {
      given: 'a group of three owns it',
      people: people({ 'group:default/payments': ['ada', 'ben', 'cyd'] }),
      records: many(10, 'm', marked),
      gives: 'too-few-people',
    },
    {
      given: 'nothing is marked machine-written',
      people: twoTeams,
      records: many(20, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

/** Undefined where nothing speaks against it and not all of it is known. */
function isAnsweredFor(
  { change, then }: OwnedChange,
  { people: known }: FactContext,
): boolean | undefined {
  const signed = change.provenance?.signedByTool;
  const parts = [
    isAskedFor(change),
    approvedIn(known, change, then),
    signed === undefined ? undefined : !signed,
  ];
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function isAskedFor({
  sponsor,
  authorKind,
}: ChangeRecord): boolean | undefined {
  if (sponsor !== undefined || authorKind === 'person') return true;
  return authorKind === 'bot' ? false : undefined;
}
