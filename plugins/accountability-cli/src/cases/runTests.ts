import { dirname, resolve } from 'node:path';
import { PolicyFault } from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  FactType,
  PolicyFile,
} from 'backstage-plugin-accountability-engine';
import { compileFiles } from '../policy/compileFiles';
import { readPolicyFiles } from '../policy/readPolicyFiles';
import { CaseResult } from './CaseResult';
import { TestDocument } from './TestDocument';
import { neverFailing } from './neverFailing';
import { prepareCase } from './prepareCase';
import { readTests } from './readTests';
import { runCase } from './runCase';

/** What tests of policy came to. */
export interface TestRun {
  /** Of tests and of policy; a test at fault does not run. */
  faults: PolicyFault[];
  cases: CaseResult[];
  /** Checks (`<scorecard>/<check>`) and rules (`gate/<gate>/<rule>`) that no case fails. */
  neverFailing: string[];
}

/** Runs every case of every test in the files, each with the policy that its test names, or with that of all the files. */
export async function runTests(
  files: readonly PolicyFile[],
  facts: readonly FactType[],
): Promise<TestRun> {
  const { tests, faults } = readTests(files);
  const policies = new Map<string, CompiledPolicy>();
  const cases: CaseResult[] = [];
  const all = new Map(facts.map(fact => [fact.id, fact]));
  for (const test of tests) {
    const named = await policyFilesOf(test, files);
    faults.push(...named.faults);
    const key = named.files.map(({ name }) => name).join('\0');
    const policy = policies.get(key) ?? compileFiles(named.files, facts);
    policies.set(key, policy);
    const read = readCases(test, all, policy);
    faults.push(...read.faults);
    if (read.faults.length === 0 && named.faults.length === 0) {
      cases.push(...read.prepared.map(runCase));
    }
  }
  if (tests.length === 0) policies.set('', compileFiles(files, facts));
  const ofPolicy = [...policies.values()].flatMap(one => one.diagnostics);
  return {
    faults: unique([...faults, ...ofPolicy]),
    cases,
    neverFailing: neverFailing(policies.values(), cases),
  };
}

function readCases(
  document: TestDocument,
  facts: ReadonlyMap<string, FactType>,
  policy: CompiledPolicy,
) {
  const faults: PolicyFault[] = [];
  const prepared = document.test.spec.cases.map((written, index) =>
    prepareCase({ ...document, written, index, facts, policy, faults }),
  );
  return { prepared, faults };
}

/** The files that a test names, by their paths from its own; those of the command where it names none. */
async function policyFilesOf(
  { reader, test }: TestDocument,
  files: readonly PolicyFile[],
): Promise<{ files: readonly PolicyFile[]; faults: PolicyFault[] }> {
  const { policies } = test.spec;
  if (!policies) return { files, faults: [] };
  const found: PolicyFile[] = [];
  const faults: PolicyFault[] = [];
  for (const [index, path] of policies.entries()) {
    const read = await readPolicyFiles([
      resolve(dirname(reader.file.name), path),
    ]);
    found.push(...read.files);
    faults.push(
      ...read.because.map(message =>
        reader.atPath(['spec', 'policies', index], message),
      ),
    );
  }
  return { files: found, faults };
}

function unique(faults: readonly PolicyFault[]): PolicyFault[] {
  const byWords = new Map(
    faults.map(fault => [
      `${fault.file}:${fault.line}:${fault.column} ${fault.message}`,
      fault,
    ]),
  );
  return [...byWords.values()];
}
