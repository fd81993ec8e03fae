import {
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { ago, many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { reportsAside } from './reportsAside';
import { counted } from './wording';

const topical = (id: string) => merged(id, { topics: ['PAY-1'] });
const ten = many(10, 'c', topical);
/** A sibling elsewhere for each of the ids. */
const besideOf = (...ids: string[]) =>
  new Map(ids.map(id => [id, [`other-of-${id}`]]));

/** Share of merged changes that had to go together with one of another service. */
export const cochangeCoupling = defineFact({
  id: 'reliability.cochange_coupling',
  burden: 'reliability',
  question: 'How often can we not change this service alone?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Change coupling as code-maat measures it (least coupling of 30 %), between services: changes merged into the default branch with a sibling, a change of another service that was merged into its default branch within 24 hours before or after and names the same issue in its title or the name of its branch, over all that name an issue; bots that follow rules are neither; an issue that more than 30 repositories name within those hours is a mass update and couples nothing (code-maat: changesets of at most 30); changes that name no issue are left out, since nobody can tell; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.4,
    silver: 0.3,
    gold: 0.15,
    basis: 'derived',
  },
  gaming:
    'Dropping the key of the issue leaves a change out, and merging a day apart hides its sibling; look at how many changes name no issue, and at reliability.blast_radius beside it.',
  windowBy: { change: mergedToMain, ...reportsAside },
  reads: ['siblings'],

  measure(context) {
    const { siblings, inWindow } = context;
    const changes = inWindow.change.filter(
      change => makerOf(change) !== 'automation',
    );
    const told = changes.filter(namesTopic);
    if (siblings === undefined) {
      return {
        status: 'unknown',
        reason: 'never-collected',
        evidence: told.map(({ id }) => id),
        because:
          'Nobody looked for changes of other services; assess the service where their changes are kept',
      };
    }
    const untold = changes.length - told.length;
    if (told.length === 0 && untold > 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `None of ${counted(
          untold,
          'merged change',
        )} names an issue, so that nobody can tell what belongs together; put the key of the issue into the title or the name of the branch`,
      };
    }
    return measureShare(context, {
      hits: told.filter(({ id }) => siblings.has(id)).map(({ id }) => id),
      sample: told.map(({ id }) => id),
      of: 'merged changes that name an issue',
      that: 'had a sibling in another service within a day',
      ...(untold > 0 && {
        besides: `${counted(
          untold,
          'more names',
          'more name',
        )} no issue, and of those it is not known`,
      }),
    });
  },

  examples: [
    {
      given: 'three of ten changes with a sibling in another service',
      records: ten,
      siblings: besideOf('c1', 'c2', 'c3'),
      gives: 0.3,
    },
    {
      given: 'siblings of nobody',
      records: ten,
      siblings: new Map(),
      gives: 0,
    },
    {
      given: 'changes that name no issue, and those of bots, are in no number',
      records: [
        ...ten,
        ...many(10, 'n', id => merged(id)),
        ...many(10, 'b', id => ({
          ...topical(id),
          provenance: {
            tools: [],
            commits: 1,
            automation: true,
            suggestions: false,
            none: false,
            signedByTool: false,
            evidence: [],
          },
        })),
      ],
      siblings: besideOf('c1', 'b1', 'b2'),
      gives: 0.1,
    },
    {
      given: 'a change to another branch, and one of long ago, do not count',
      records: [
        ...ten,
        merged('o', { topics: ['PAY-1'], defaultBranch: false }),
        merged('old', { topics: ['PAY-1'], endedAt: ago(40, 'd') }),
      ],
      siblings: besideOf('o', 'old'),
      gives: 0,
    },
    {
      given: 'a source that tells no issues',
      records: many(20, 'n', id => merged(id)),
      siblings: new Map(),
      gives: 'insufficient-data',
    },
    {
      given: 'nine changes that name one, too few for a share',
      records: many(9, 'c', topical),
      siblings: besideOf('c1'),
      gives: 'insufficient-data',
    },
    {
      given: 'nobody looked at other services',
      records: ten,
      gives: 'never-collected',
    },
  ],
});

function namesTopic({ topics = [] }: ChangeRecord): boolean {
  return topics.length > 0;
}
