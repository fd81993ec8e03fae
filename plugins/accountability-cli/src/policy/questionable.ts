import {
  CompiledCheck,
  CompiledGateRule,
  CompiledPolicy,
  CompiledScorecard,
  DocumentReader,
  isLost,
  PolicyFile,
  readPolicyFile,
} from 'backstage-plugin-accountability-engine';
import { Finding } from '../findings/Finding';

type Remark = Pick<Finding, 'rule' | 'title' | 'message'> & {
  path: (string | number)[];
};

/** What compiles and is hardly meant: few things, each worth a look. */
export function questionable(
  files: readonly PolicyFile[],
  policy: CompiledPolicy,
): Finding[] {
  return files.flatMap(file => {
    const readers = readPolicyFile(file);
    if (!Array.isArray(readers)) return [];
    return readers.flatMap(reader =>
      remarksOn(reader, policy).map(({ path, ...remark }) => ({
        ...remark,
        level: 'warning' as const,
        place: reader.atPath(path, ''),
      })),
    );
  });
}

function remarksOn(reader: DocumentReader, policy: CompiledPolicy): Remark[] {
  const name = reader.textAt(['metadata', 'name']);
  const isNamed = (one: { name: string }) => one.name === name;
  if (reader.textAt(['kind']) === 'Gate') {
    const gate = policy.gates.find(isNamed);
    return (gate?.rules ?? []).flatMap((rule, index) =>
      isLost(rule) ? [] : remarksOnRule(rule, ['spec', 'rules', index], policy),
    );
  }
  const scorecard = policy.scorecards.find(isNamed);
  if (!scorecard) return [];
  return [
    ...emptyLevels(scorecard),
    ...placesOf(reader).flatMap(({ id, path }) => {
      const check = scorecard.checks.find(each => each.id === id);
      return check ? remarksOnCheck(check, path, 'id') : [];
    }),
  ];
}

/** Where the checks of a scorecard stand; those at fault are not in the compiled one. */
function placesOf(reader: DocumentReader) {
  const found: { id: string; path: (string | number)[] }[] = [];
  for (let index = 0; ; index++) {
    const path = ['spec', 'checks', index];
    if (!reader.document.hasIn(path)) return found;
    const id = reader.textAt([...path, 'id']);
    if (id !== undefined) found.push({ id, path });
  }
}

function remarksOnRule(
  { rule, scorecard, check, mode, enforceFrom }: CompiledGateRule,
  path: (string | number)[],
  policy: CompiledPolicy,
): Remark[] {
  const id = scorecard === undefined ? 'id' : 'check';
  // What is said of the check where it stands is not said again here.
  const said = scorecard !== undefined && check.mode === mode;
  return [
    ...(said
      ? []
      : remarksOnCheck({ ...check, id: rule, mode, enforceFrom }, path, id)),
    ...(scorecard === undefined ? [] : onDraft(rule, policy, [...path, id])),
  ];
}

function remarksOnCheck(
  check: Pick<CompiledCheck, 'id' | 'mode' | 'remediation' | 'enforceFrom'>,
  path: (string | number)[],
  key: string,
): Remark[] {
  const { id, mode, remediation, enforceFrom } = check;
  const remarks: Remark[] = [];
  if (mode === 'enforce' && !remediation) {
    remarks.push({
      rule: 'no-remediation',
      title: 'An enforced check says what to do',
      message: `${id} is enforced and has no remediation: whoever it holds back is not told what to do`,
      path: [...path, key],
    });
  }
  if (enforceFrom !== undefined && mode !== 'enforce') {
    remarks.push({
      rule: 'enforce-from-without-enforce',
      title: 'enforceFrom is of checks that enforce',
      message: `${id} has the mode ${mode}, so that its enforceFrom does nothing (write mode: enforce, or leave it out)`,
      path: [...path, 'enforceFrom'],
    });
  }
  return remarks;
}

function emptyLevels({
  name,
  levels,
  requirements,
  checks,
}: CompiledScorecard): Remark[] {
  const needed = new Set([
    ...checks.filter(({ mode }) => mode === 'enforce').map(one => one.level),
    ...requirements.map(({ level }) => level),
  ]);
  // Without any, the scorecard is one that uses no levels at all.
  if (!levels.some(level => needed.has(level))) return [];
  return levels
    .filter(level => !needed.has(level))
    .map(level => ({
      rule: 'level-needs-nothing',
      title: 'A level needs something of its own',
      message: `no enforced check of ${name} names the level ${level}: whoever reaches the one below has it, too`,
      path: ['spec', 'levels', levels.indexOf(level)],
    }));
}

function onDraft(
  rule: string,
  { scorecards }: CompiledPolicy,
  path: (string | number)[],
): Remark[] {
  const [name] = rule.split('/');
  if (!scorecards.some(one => one.name === name && one.draft)) return [];
  return [
    {
      rule: 'gate-asks-draft',
      title: 'A gate asks checks that judge',
      message: `${rule} is of a draft, which judges nobody: the rule is skipped and holds nothing back`,
      path,
    },
  ];
}
