import { PolicyFault } from 'backstage-plugin-accountability-common';
import { CaseResult } from './CaseResult';
import { TestRun } from './runTests';

/** What tests came to as JUnit XML: a suite for each test, and one for faults. */
export function junitOf({ cases, faults }: TestRun): string {
  const tests = [...new Set(cases.map(({ test }) => test))];
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const suites = tests.map(test =>
    suiteOf(
      test,
      cases.filter(each => each.test === test),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${
      cases.length + faults.length
    }" failures="${failed}" errors="${faults.length}">`,
    ...suites,
    ...(faults.length > 0 ? [faultSuite(faults)] : []),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(test: string, cases: readonly CaseResult[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  return [
    `  <testsuite name="${xml(test)}" tests="${
      cases.length
    }" failures="${failed}" errors="0">`,
    ...cases.map(caseOf),
    '  </testsuite>',
  ].join('\n');
}

function caseOf({ test, name, file, line, failures }: CaseResult): string {
  const start = `    <testcase classname="${xml(test)}" name="${xml(
    name,
  )}" file="${xml(file)}" line="${line}"`;
  if (failures.length === 0) return `${start}/>`;
  const told = failures.map(place).join('\n');
  return [
    `${start}>`,
    `      <failure message="${xml(failures[0].message)}">${xml(
      told,
    )}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function faultSuite(faults: readonly PolicyFault[]): string {
  return [
    `  <testsuite name="faults" tests="${faults.length}" failures="0" errors="${faults.length}">`,
    ...faults.map(fault =>
      [
        `    <testcase classname="faults" name="${xml(
          place(fault),
        )}" file="${xml(fault.file)}" line="${fault.line}">`,
        `      <error message="${xml(fault.message)}"/>`,
        '    </testcase>',
      ].join('\n'),
    ),
    '  </testsuite>',
  ].join('\n');
}

function place({ file, line, column, message }: PolicyFault): string {
  return `${file}:${line}:${column} ${message}`;
}

/** What XML 1.0 has no way to say, even escaped. */
const unsayable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function xml(text: string): string {
  return text
    .replace(unsayable, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, character => escapes[character] ?? '');
}
