import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import {
  coberturaXml,
  istanbulSummary,
  jacocoXml,
  lcovText,
} from '../../testUtils/examples/testExamples';

const reportOf = (body: unknown) =>
  eventsOf(collectUpload('coverage', body)).reports[0];
const received = '2026-11-23T12:00:00Z';
const made = '2026-11-20T10:00:00Z';
const lines = (covered: number, total: number) => ({
  lines_covered: covered,
  lines_total: total,
});

describe('coverage', () => {
  it.each([
    { tool: 'lcov', body: lcovText, at: received },
    { tool: 'Cobertura', body: coberturaXml, at: made },
    { tool: 'JaCoCo', body: jacocoXml, at: made },
    { tool: 'istanbul', body: istanbulSummary, at: received },
  ])('is read in the form of $tool', ({ tool, body, at }) => {
    expect(reportOf(body)).toMatchObject({
      at: Date.parse(at),
      format: 'coverage',
      tool,
      measures: {
        ...lines(3, 4),
        branches_covered: 1,
        branches_total: 2,
      },
    });
  });

  it.each([
    {
      given: 'lcov without sums',
      body: 'SF:a\nDA:1,0\nDA:2,5\nBRDA:1,0,0,-\nBRDA:1,0,1,2\nend_of_record\n',
      gives: { ...lines(1, 2), branches_covered: 1, branches_total: 2 },
    },
    {
      given: 'lcov with the ends of lines of Windows',
      body: 'TN:\r\nSF:a\r\nLF:2\r\nLH:1\r\nend_of_record\r\n',
      gives: lines(1, 2),
    },
    {
      given: 'lcov of a file without lines',
      body: 'SF:a\nend_of_record',
      gives: lines(0, 0),
    },
    {
      given: 'Cobertura without sums',
      body: `<coverage line-rate="0.5"><packages><package><classes>
        <class filename="a"><methods><method><lines><line number="1" hits="1"/></lines></method></methods>
          <lines><line number="1" hits="1"/><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)"/></lines></class>
        <class filename="a"><lines><line number="2" hits="3"/></lines></class>
        <class filename="b"><lines><line number="1" hits="0"/></lines></class>
        </classes></package></packages></coverage>`,
      gives: { ...lines(2, 3), branches_covered: 1, branches_total: 2 },
    },
    {
      given: 'Cobertura that counts no branches',
      body: '<coverage lines-valid="4" lines-covered="3" branches-valid="0" branches-covered="0" timestamp="0"/>',
      gives: lines(3, 4),
    },
    {
      given: 'JaCoCo of several modules',
      body: '<report><group name="a"><counter type="LINE" missed="9" covered="0"/></group><counter type="LINE" missed="1" covered="3"/></report>',
      gives: lines(3, 4),
    },
    {
      given: 'json-summary without branches',
      body: { total: { lines: { total: 4, covered: 3, pct: 'Unknown' } } },
      gives: lines(3, 4),
    },
  ])('counts $given', ({ body, gives }) => {
    expect(reportOf(body).measures).toEqual(gives);
  });

  it.each([
    {
      given: 'another form',
      body: 'hello',
      says: /lcov, Cobertura's XML, JaCoCo's XML/,
    },
    { given: 'other XML', body: '<html/>', says: /lcov, Cobertura's XML/ },
    {
      given: "Clover's XML",
      body: '<coverage generated="1" clover="3.2"><project/></coverage>',
      says: /Clover's XML/,
    },
    {
      given: "istanbul's whole map",
      body: { 'a.js': { path: 'a.js', s: {} } },
      says: /json-summary/,
    },
    { given: 'lcov that is cut off', body: 'SF:a\nDA:1,1\n', says: /cut off/ },
    { given: 'lcov without files', body: 'TN:\n', says: /names no file/ },
    {
      given: 'JaCoCo without lines',
      body: '<report><counter type="INSTRUCTION" missed="1" covered="1"/></report>',
      says: /line numbers/,
    },
    { given: 'an empty report', body: '<report/>', says: /counts no lines/ },
    {
      given: 'Cobertura without lines',
      body: '<coverage/>',
      says: /counts no lines/,
    },
    {
      given: 'XML that is cut off',
      body: jacocoXml.slice(0, 400),
      says: /cut off/,
    },
    {
      given: 'more than there is',
      body: { total: { lines: { total: 1, covered: 2 } } },
      says: /more lines/,
    },
    {
      given: 'numbers below zero',
      body: { total: { lines: { total: 1, covered: -2 } } },
      says: /json-summary/,
    },
  ])('refuses $given', ({ body, says }) => {
    expect(collectUpload('coverage', body)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });
});
