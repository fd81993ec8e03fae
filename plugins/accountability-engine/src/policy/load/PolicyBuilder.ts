import { PolicyDocumentStatus } from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  CompiledPolicy,
  CompiledScorecard,
  Diagnostic,
  PolicyFile,
} from '../CompiledPolicy';
import { didYouMean } from '../didYouMean';
import { FactType, PolicyEngine } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { compileGate } from './compileGate';
import { compileScorecard } from './compileScorecard';
import { readFile } from './readFile';

const kinds = ['Scorecard', 'Gate', 'PolicyTest'];

/** Gathers what the files hold: scorecards at once, gates when all scorecards are read. */
export class PolicyBuilder {
  private readonly scorecards = new Map<string, CompiledScorecard>();
  private readonly gates = new Map<string, CompiledGate>();
  private readonly refused = new Set<string>();
  private readonly documents: PolicyDocumentStatus[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly engine: PolicyEngine,
    private readonly facts: readonly FactType[],
    private readonly named?: readonly CompiledScorecard[],
  ) {}

  add(file: PolicyFile): void {
    const readers = readFile(file);
    if (Array.isArray(readers)) {
      readers.forEach(reader => this.addDocument(reader));
      return;
    }
    this.documents.push({
      file: file.name,
      kind: 'unknown',
      state: 'refused',
      rules: [],
      faults: [readers],
    });
  }

  /** Everything that was added; what is at fault is left out and told. */
  build(digest: string): CompiledPolicy {
    this.waiting.forEach(compile => compile());
    const all = this.documents.flatMap(({ faults, rules }) => [
      ...faults,
      ...rules.flatMap(rule => rule.faults),
    ]);
    return {
      digest,
      scorecards: [...this.scorecards.values()],
      gates: [...this.gates.values()],
      documents: this.documents,
      // A fault that costs several rules is told once.
      diagnostics: [...new Set(all)],
    };
  }

  private addDocument(reader: DocumentReader): void {
    const kind = reader.textAt(['kind']);
    if (kind === 'PolicyTest') return;
    const name = reader.textAt(['metadata', 'name']);
    const title = reader.textAt(['metadata', 'title']);
    const status: PolicyDocumentStatus = {
      file: reader.file.name,
      kind: kind ?? 'unknown',
      ...(name !== undefined && { name }),
      ...(title !== undefined && { title }),
      state: 'refused',
      rules: [],
      faults: [],
    };
    this.documents.push(status);
    if (kind === 'Gate') {
      this.waiting.push(() => this.addGate(reader, status));
      return;
    }
    const unknown = kind !== undefined && !kinds.includes(kind);
    if (!unknown) this.addScorecard(reader, status);
    else status.faults.push(unknownKind(reader, kind));
  }

  private addScorecard(
    reader: DocumentReader,
    status: PolicyDocumentStatus,
  ): void {
    const { engine, facts } = this;
    const result = compileScorecard(reader, engine, { facts });
    Object.assign(status, result.status);
    const { scorecard } = result;
    if (!scorecard) return;
    if (this.refuseTwice(this.scorecards, { reader, status })) return;
    this.scorecards.set(scorecard.name, scorecard);
    status.rules
      .filter(({ state }) => state === 'refused')
      .forEach(({ id }) => this.refused.add(`${scorecard.name}/${id}`));
    const { draft, owner, effectiveFrom } = scorecard;
    status.state = draft ? 'draft' : 'active';
    if (owner !== undefined) status.owner = owner;
    if (effectiveFrom !== undefined) status.effectiveFrom = effectiveFrom;
  }

  private addGate(reader: DocumentReader, status: PolicyDocumentStatus): void {
    const { engine, facts } = this;
    const input = { reader, engine, facts, ...this.checksToName() };
    const result = compileGate(input);
    Object.assign(status, result.status);
    const { gate } = result;
    if (!gate) return;
    if (this.refuseTwice(this.gates, { reader, status })) return;
    this.gates.set(gate.name, gate);
    status.state = 'active';
    if (gate.owner !== undefined) status.owner = gate.owner;
  }

  /** Scorecards whose checks rules of gates may name, and which of their checks are at fault. */
  private checksToName() {
    const { scorecards, refused, named } = this;
    if (!named) return { scorecards, refused };
    const there = named.flatMap(({ name, checks }) =>
      checks.map(({ id }) => `${name}/${id}`),
    );
    return {
      scorecards: new Map(named.map(one => [one.name, one])),
      refused: new Set([...refused].filter(rule => !there.includes(rule))),
    };
  }

  /** Whether another document of the kind has the name; the first stands. */
  private refuseTwice(
    known: ReadonlyMap<string, unknown>,
    {
      reader,
      status,
    }: { reader: DocumentReader; status: PolicyDocumentStatus },
  ): boolean {
    const { name, kind } = status;
    if (name === undefined || !known.has(name)) return false;
    const said = `duplicate ${kind.toLowerCase()} '${name}' (the first of that name stands; give this one another)`;
    const twice: Diagnostic = reader.atPath(['metadata', 'name'], said);
    // Faults of a document that is left out whole are not worth telling.
    Object.assign(status, { rules: [], faults: [twice] });
    return true;
  }
}

function unknownKind(reader: DocumentReader, kind: string): Diagnostic {
  const near = didYouMean(kind, kinds) || ` (there are: ${kinds.join(', ')})`;
  return reader.atPath(['kind'], `unknown kind '${kind.slice(0, 63)}'${near}`);
}
