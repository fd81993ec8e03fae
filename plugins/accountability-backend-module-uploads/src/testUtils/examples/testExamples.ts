import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';

/** Tests as most runners write them. */
export const junitXml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all" tests="4" failures="1" time="1.5">
  <testsuite name="a" tests="3" failures="1" errors="0" skipped="1" time="1.25"
    timestamp="2026-11-20T10:00:00Z" hostname="laptop-of-somebody">
    <properties><property name="user" value="somebody"/></properties>
    <testcase classname="a.A" name="adds" time="0.25"/>
    <testcase classname="a.A" name="divides" time="1">
      <failure message="by somebody"><![CDATA[at </testcase> <testcase>]]></failure>
    </testcase>
    <testcase classname="a.A" name="waits"><skipped/></testcase>
    <system-out>hello somebody</system-out>
  </testsuite>
  <testsuite name="b"><testcase name="crashes"><error/></testcase></testsuite>
</testsuites>
`;

/** Two files in lcov; the first is tested by two suites. */
export const lcovText = `TN:unit
SF:src/a.js
FN:1,somebody
DA:1,1
DA:2,0
LF:2
LH:1
BRF:2
BRH:1
end_of_record
TN:integration
SF:src/a.js
DA:1,1
DA:2,3
LF:2
LH:2
end_of_record
SF:src/b.js
DA:1,0
DA:2,7
end_of_record
`;

/** Cobertura's sums. */
export const coberturaXml = `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.example.org/xml/coverage-04.dtd">
<coverage line-rate="0.75" lines-covered="3" lines-valid="4"
  branches-covered="1" branches-valid="2" timestamp="1795168800000">
  <sources><source>somebody</source></sources>
  <packages><package name="a"><classes/></package></packages>
</coverage>
`;

/** JaCoCo's counters. */
export const jacocoXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
<report name="payments">
  <sessioninfo id="laptop-of-somebody-1f" start="1795168700000" dump="1795168800000"/>
  <package name="a">
    <class name="a/A"><counter type="LINE" missed="9" covered="9"/></class>
    <counter type="LINE" missed="9" covered="9"/>
  </package>
  <counter type="INSTRUCTION" missed="5" covered="15"/>
  <counter type="BRANCH" missed="1" covered="1"/>
  <counter type="LINE" missed="1" covered="3"/>
</report>
`;

/** Istanbul's json-summary. */
export const istanbulSummary = {
  total: {
    lines: { total: 4, covered: 3, skipped: 0, pct: 75 },
    branches: { total: 2, covered: 1, skipped: 0, pct: 50 },
  },
  'src/somebody.js': { lines: { total: 4, covered: 3, skipped: 0, pct: 75 } },
};

const given = (source: string, name: string, body: unknown): UploadExample => ({
  source,
  name,
  headers: uploadHeaders({ at: '2026-11-20T10:00:00Z' }),
  body,
});

/** Tests, and their coverage in each form that is read. */
export const testExamples: UploadExample[] = [
  given('junit', 'results of tests', junitXml),
  given('coverage', 'coverage in lcov', lcovText),
  given('coverage', 'coverage in Cobertura', coberturaXml),
  given('coverage', 'coverage in JaCoCo', jacocoXml),
  given('coverage', 'coverage in json-summary', istanbulSummary),
];
