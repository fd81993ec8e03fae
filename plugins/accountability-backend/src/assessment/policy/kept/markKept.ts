import {
  PolicyDocumentStatus,
  PolicyRuleStatus,
} from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  CompiledScorecard,
} from 'backstage-plugin-accountability-engine';
import { KeptPart } from './KeptPart';

/** Says of documents what is kept of them; the faults for which it is stay. */
export function markKept(
  documents: readonly PolicyDocumentStatus[],
  part: KeptPart,
  given: {
    /** Documents of the earlier file. */
    earlier: readonly PolicyDocumentStatus[];
    /** The document as it is in force. */
    document?: CompiledScorecard | CompiledGate;
  },
): PolicyDocumentStatus[] {
  const was = given.earlier.find(
    ({ kind, name, state }) =>
      kind === part.kind && name === part.name && state !== 'refused',
  );
  return part.rules
    ? documents.map(one =>
        isOf(one, part) ? withRules(one, part, was?.rules) : one,
      )
    : withWhole(documents, part, was);
}

function withRules(
  document: PolicyDocumentStatus,
  { rules = [] }: KeptPart,
  earlier: readonly PolicyRuleStatus[] = [],
): PolicyDocumentStatus {
  const toKept = (rule: PolicyRuleStatus): PolicyRuleStatus => ({
    ...earlier.find(({ id }) => id === rule.id),
    ...rule,
    state: 'kept',
  });
  const missed = earlier.filter(
    ({ id }) =>
      rules.includes(id) && !document.rules.some(rule => rule.id === id),
  );
  return {
    ...document,
    rules: [
      ...document.rules.map(rule =>
        rule.state === 'refused' && rules.includes(rule.id)
          ? toKept(rule)
          : rule,
      ),
      ...missed.map(rule => toKept({ ...rule, faults: [] })),
    ],
  };
}

/** It takes the place of the document that is at fault, or stands at the end where that has another name. */
function withWhole(
  documents: readonly PolicyDocumentStatus[],
  part: KeptPart,
  was: PolicyDocumentStatus | undefined,
): PolicyDocumentStatus[] {
  const refused = documents.filter(({ state }) => state === 'refused');
  const place =
    refused.find(({ name }) => name === part.name) ??
    refused.find(({ name, file }) => name === undefined && file === part.file);
  const kept: PolicyDocumentStatus = {
    ...was,
    file: place?.file ?? part.file,
    kind: part.kind,
    name: part.name,
    state: 'kept',
    faults: place?.faults ?? [],
    rules: (was?.rules ?? [])
      .filter(({ state }) => state !== 'refused')
      .map((rule): PolicyRuleStatus => ({ ...rule, state: 'kept' })),
  };
  return place
    ? documents.map(one => (one === place ? kept : one))
    : [...documents, kept];
}

function isOf({ kind, name }: PolicyDocumentStatus, part: KeptPart): boolean {
  return kind === part.kind && name === part.name;
}
