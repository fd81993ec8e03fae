import { PolicyDocumentStatus } from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  PolicyFile,
} from 'backstage-plugin-accountability-engine';
import { rulesInForce } from './documentsOf';
import { DocumentKind, KeptPart } from './KeptPart';

/** A policy with what it was compiled of. */
export interface Sourced {
  files: readonly PolicyFile[];
  kept: readonly KeptPart[];
  policy: CompiledPolicy;
}

/**
 * What of the policy in force stays, because what new files have in its place
 * is at fault: rules, and whole documents of which the head cannot be read. A
 * document or rule that new files do not have any more is gone.
 */
export function findKept(before: Sourced, next: CompiledPolicy): KeptPart[] {
  const parts = next.documents.flatMap(document =>
    document.state === 'refused'
      ? wholeDocuments(document, before, next)
      : singleRules(document, before, next),
  );
  return join(parts);
}

/** Documents in force in whose place this one stands; by the file where it has no name that can be read. */
function wholeDocuments(
  { file, name }: PolicyDocumentStatus,
  before: Sourced,
  next: CompiledPolicy,
): KeptPart[] {
  return before.policy.documents
    .filter(was => (name === undefined ? was.file === file : was.name === name))
    .flatMap((was): KeptPart[] => {
      const key = keyOf(was);
      if (!key || was.state === 'refused') return [];
      // Another document of the name stands, or it moved to another file.
      if (next.documents.some(one => isNamed(one, key) && isRead(one))) {
        return [];
      }
      const source = sourceOf(before, key);
      if (!source) return [];
      const rules = before.kept.filter(
        part => part.rules && isPartOf(part, key),
      );
      return [{ ...key, ...source }, ...rules];
    });
}

function singleRules(
  document: PolicyDocumentStatus,
  before: Sourced,
  next: CompiledPolicy,
): KeptPart[] {
  const key = keyOf(document);
  if (!key) return [];
  const stood = rulesInForce(before.policy, key);
  const stands = rulesInForce(next, key);
  const written = new Set(document.rules.map(({ id }) => id));
  const refused = document.rules.filter(({ state }) => state === 'refused');
  // One whose id cannot be read may be any of those that are missed.
  const anyMissed = refused.some(({ id }) => !stood.has(id));
  const ids = [
    ...refused.map(({ id }) => id),
    ...[...stood].filter(id => anyMissed && !written.has(id)),
  ];
  return ids.flatMap((id): KeptPart[] => {
    if (stands.has(id) || !stood.has(id)) return [];
    const source = sourceOf(before, { ...key, rule: id });
    return source ? [{ ...key, ...source, rules: [id] }] : [];
  });
}

type Key = Pick<KeptPart, 'kind' | 'name'>;

/** The file that a document, or one rule of it, was compiled of. */
function sourceOf(
  { files, kept, policy }: Sourced,
  key: Key & { rule?: string },
): Pick<KeptPart, 'file' | 'text'> | undefined {
  const mine = kept.filter(part => isPartOf(part, key));
  const part =
    mine.find(
      ({ rules }) => key.rule !== undefined && rules?.includes(key.rule),
    ) ?? mine.find(({ rules }) => !rules);
  if (part) return { file: part.file, text: part.text };
  const status = policy.documents.find(one => isNamed(one, key) && isRead(one));
  const file = files.find(({ name }) => name === status?.file);
  return file && { file: file.name, text: file.text };
}

function isPartOf(part: KeptPart, { kind, name }: Key): boolean {
  return part.kind === kind && part.name === name;
}

function isNamed(document: PolicyDocumentStatus, { kind, name }: Key) {
  return document.kind === kind && document.name === name;
}

function isRead({ state }: PolicyDocumentStatus): boolean {
  return state !== 'refused';
}

function keyOf({ kind, name }: PolicyDocumentStatus): Key | undefined {
  const kinds: DocumentKind[] = ['Scorecard', 'Gate'];
  const known = kinds.find(one => one === kind);
  return known && name !== undefined ? { kind: known, name } : undefined;
}

/** One part for each document and text, in an order that does not depend on how it came about. */
function join(parts: readonly KeptPart[]): KeptPart[] {
  const joined = new Map<string, KeptPart>();
  for (const part of parts) {
    const { kind, name, file, text, rules } = part;
    const key = JSON.stringify([kind, name, file, text, rules === undefined]);
    const known = joined.get(key)?.rules ?? [];
    joined.set(key, {
      ...part,
      ...(rules && { rules: [...new Set([...known, ...rules])].sort() }),
    });
  }
  return [...joined]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, part]) => part);
}
