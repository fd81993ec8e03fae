import {
  CompiledPolicy,
  FactDefinition,
  FactType,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { PolicyRevisionRow } from '../../database/tables';
import { compileEffective } from './kept/compileEffective';
import { Sourced } from './kept/findKept';

/** Compiled policies kept for reuse: the one in force and a few of the past. */
const KEPT = 8;

/** Policies by digest, each compiled once in a process: compiling 30 checks takes some milliseconds, and their files are large. */
export class CompiledPolicies {
  private readonly known = new Map<string, Sourced>();

  constructor(private readonly facts: readonly (FactDefinition | FactType)[]) {}

  /** The policy of a revision that is stored, with what it was compiled of. */
  async read(knex: Knex, digest: string): Promise<Sourced> {
    const known = this.known.get(digest);
    if (known) return known;
    const row = await knex<PolicyRevisionRow>('policy_revisions')
      .where({ digest })
      .first('files', 'kept');
    return this.compile({
      files: row ? JSON.parse(row.files) : [],
      kept: row ? JSON.parse(row.kept) : [],
      digest,
    });
  }

  /** Compiles a policy, and keeps it under its digest. */
  compile(given: Omit<Sourced, 'policy'> & { digest: string }): Sourced {
    const { files, kept, digest } = given;
    const policy = compileEffective({ ...given, facts: this.facts });
    this.known.set(digest, { files, kept, policy });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= KEPT) break;
      this.known.delete(oldest);
    }
    return { files, kept, policy };
  }

  /** The policy of files alone, under no digest. */
  compileAlone(files: Sourced['files']): CompiledPolicy {
    return compileEffective({ files, kept: [], facts: this.facts, digest: '' });
  }
}
