import { PolicyDocumentStatus } from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  CompiledPolicy,
  CompiledScorecard,
  FactType,
  PolicyFile,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';
import { documentOf } from './documentsOf';
import { KeptPart } from './KeptPart';
import { markKept } from './markKept';
import { spliceGate, spliceScorecard } from './splice';

/** What a policy in force is compiled of. */
export interface EffectiveInput {
  files: readonly PolicyFile[];
  kept: readonly KeptPart[];
  facts: readonly FactType[];
  digest: string;
}

/**
 * The policy of files, with parts of earlier files where these are at fault. A
 * kept part that does not compile any more, since facts or the engine are
 * others, is left out.
 */
export function compileEffective({
  kept,
  ...input
}: EffectiveInput): CompiledPolicy {
  const base = compilePolicy(input);
  if (kept.length === 0) return base;
  const earlier = createEarlier(input);
  const scorecards = addParts(base.scorecards, ofKind(kept, 'Scorecard'), {
    find: part => findIn(earlier(part).scorecards, part),
    splice: (document, part, from) =>
      spliceScorecard(document, { part, from, documents: base.documents }),
  });
  // Rules of gates name checks, also those that are kept.
  const known = scorecards.documents;
  const withGates = compilePolicy({ ...input, scorecards: known });
  const gates = addParts(withGates.gates, ofKind(kept, 'Gate'), {
    find: part => findIn(earlier(part, known).gates, part),
    splice: (document, part, from) =>
      spliceGate(document, { part, from, documents: withGates.documents }),
  });
  const policy = {
    ...withGates,
    scorecards: known,
    gates: gates.documents,
  };
  const added = [...scorecards.added, ...gates.added];
  return {
    ...policy,
    documents: added.reduce(
      (documents: PolicyDocumentStatus[], part) =>
        markKept(documents, part, {
          earlier: earlier(part, known).documents,
          document: documentOf(policy, part),
        }),
      withGates.documents,
    ),
  };
}

/** Compiles earlier files, each once. */
function createEarlier(input: Omit<EffectiveInput, 'kept'>) {
  const compiled = new Map<string, CompiledPolicy>();
  return (
    { file, text, kind }: KeptPart,
    scorecards?: readonly CompiledScorecard[],
  ): CompiledPolicy => {
    const given = kind === 'Gate' ? scorecards : undefined;
    const key = JSON.stringify([file, text, given !== undefined]);
    const policy =
      compiled.get(key) ??
      compilePolicy({
        ...input,
        files: [{ name: file, text }],
        ...(given && { scorecards: given }),
      });
    compiled.set(key, policy);
    return policy;
  };
}

/** Puts whole documents where there is none of the name, then single rules into documents that lack them. */
function addParts<T extends CompiledScorecard | CompiledGate>(
  documents: readonly T[],
  parts: readonly KeptPart[],
  how: {
    find(part: KeptPart): T | undefined;
    /** The document with the rules of the part; the same where it has them all. */
    splice(document: T, part: KeptPart, from: T): T;
  },
): { documents: T[]; added: KeptPart[] } {
  let all = [...documents];
  const added: KeptPart[] = [];
  const wholeFirst = [
    ...parts.filter(({ rules }) => !rules),
    ...parts.filter(({ rules }) => rules),
  ];
  for (const part of wholeFirst) {
    const from = how.find(part);
    const there = findIn(all, part);
    if (!from) continue;
    if (!part.rules) {
      if (there) continue;
      all.push(from);
      added.push(part);
    } else if (there) {
      const spliced = how.splice(there, part, from);
      if (spliced === there) continue;
      all = all.map(one => (one === there ? spliced : one));
      added.push(part);
    }
  }
  return { documents: all, added };
}

function findIn<T extends { name: string }>(
  documents: readonly T[],
  { name }: KeptPart,
): T | undefined {
  return documents.find(document => document.name === name);
}

function ofKind(parts: readonly KeptPart[], kind: KeptPart['kind']) {
  return parts.filter(part => part.kind === kind);
}
