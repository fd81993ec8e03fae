import { ChangeEvent } from 'backstage-plugin-accountability-common';
import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { day, hour, iso, minute } from '../company/time';
import { EventOf } from './DemoEvent';
import { touchedFiles } from './touchedFiles';
import { drawAuthor } from './drawAuthor';
import { drawReviewers } from './drawReviewers';

type Given = Pick<
  EventOf<'change'>,
  'machineWritten' | 'approvals' | 'additions' | 'deletions'
> & {
  service: ServicePlan;
  number: number;
  openedAt: number;
  mergedAt: number;
  random: Random;
};

type Details = Partial<EventOf<'change'>>;
type Evidence = NonNullable<ChangeEvent['provenance']>['evidence'][number];

const markers: Record<'attested' | 'declared' | 'inferred', Evidence> = {
  attested: {
    marker: 'copilot-agent.trailer',
    tool: 'Copilot coding agent',
    level: 'attested',
    role: 'author',
    text: 'Agent-Logs-Url: https://github.com/halden/agents/logs/…',
  },
  declared: {
    marker: 'claude-code.co-author',
    tool: 'Claude Code',
    level: 'declared',
    role: 'author',
    text: 'Co-Authored-By: Claude <noreply@anthropic.com>',
  },
  inferred: {
    marker: 'codex.branch',
    tool: 'Codex',
    level: 'inferred',
    role: 'author',
    text: 'codex/…',
  },
};

/** Bots that follow rules open so many of all requests. */
const botShare = 0.1;
/** Of unmarked changes so many say that no machine took part. */
const saysNoneShare = 0.25;

/** Who wrote and read a change, what it touches, and what marks it. */
export function changeDetails(plan: CompanyPlan, given: Given): Details {
  const { service, random, mergedAt, machineWritten } = given;
  const byBot = machineWritten === undefined && random.chance(botShare);
  const person = drawAuthor(plan, { service, at: mergedAt, random });
  const byAgent = machineWritten === 'attested';
  const written: Details = byBot
    ? { author: 'github:dependabot[bot]', authorKind: 'bot' }
    : {
        author: byAgent ? 'github:copilot' : `github:${person}`,
        authorKind: byAgent ? 'bot' : 'person',
        sponsor: byAgent ? `github:${person}` : undefined,
      };
  const commits = byBot ? 1 : random.int(1, 6);
  return {
    ...written,
    commits,
    mergeMethod: random.chance(0.8) ? 'squash' : 'merge',
    ...touchedFiles(service, { ...given, byBot }),
    reviews: reviewsOf(plan, { ...given, author: person }),
    provenance: provenanceOf({ ...given, byBot, commits }),
    bypassed: random.chance((1 - service.profile.carefulShare) * 0.06)
      ? ['ruleset']
      : [],
    topics: random.chance(0.7) ? [issueOf(mergedAt, random)] : undefined,
  };
}

/** Issues that are worked on in one day, all over the company. */
const issuesADay = 150;

function issueOf(at: number, random: Random): string {
  const first = (Math.floor(at / day) * issuesADay) % 100_000;
  return `HAL-${first + random.int(0, issuesADay - 1)}`;
}

/** The careful take their time and say something; the others press the button. */
function reviewsOf(
  plan: CompanyPlan,
  given: Given & { author: string },
): Details['reviews'] {
  const { service, random, openedAt, mergedAt, approvals = 0 } = given;
  const at = mergedAt;
  const readers = drawReviewers(plan, {
    ...{ service, at, random, author: given.author },
    count: approvals,
  });
  return readers.map(login => {
    const careful = random.chance(service.profile.carefulShare);
    const spent = mergedAt - openedAt;
    const approvedAt = careful
      ? mergedAt - Math.min(spent * 0.1, hour)
      : openedAt + Math.min(spent * 0.5, random.int(1, 4) * minute);
    return {
      by: `github:${login}`,
      kind: 'person' as const,
      verdict: 'approve' as const,
      at: iso(approvedAt),
      comments: careful ? random.int(0, 5) : 0,
    };
  });
}

function provenanceOf({
  machineWritten: level,
  random,
  byBot,
  commits,
}: Given & { byBot: boolean; commits: number }): Details['provenance'] {
  const marker = level && markers[level];
  return {
    ...(level && { level, fraction: random.int(1, commits) / commits }),
    tools: marker ? [marker.tool] : [],
    commits,
    automation: byBot,
    suggestions: random.chance(0.05),
    none: !level && !byBot && random.chance(saysNoneShare),
    signedByTool: level === 'declared' && random.chance(0.03),
    evidence: marker ? [marker] : [],
  };
}
