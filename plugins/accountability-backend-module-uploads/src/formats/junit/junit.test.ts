import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { junitXml } from '../../testUtils/examples/testExamples';

const measure = (xml: string) =>
  eventsOf(collectUpload('junit', xml)).reports[0].measures;
const none = { failures: 0, errors: 0, skipped: 0 };

describe('JUnit XML', () => {
  it('counts tests, what became of them, and how long they took', () => {
    const { reports } = eventsOf(collectUpload('junit', junitXml));

    expect(reports[0]).toMatchObject({
      at: Date.parse('2026-11-20T10:00:00Z'),
      format: 'junit',
      measures: { tests: 4, failures: 1, errors: 1, skipped: 1, time: 1.5 },
    });
  });

  it.each([
    {
      given: 'one suite',
      xml: '<testsuite><testcase time="2"/></testsuite>',
      gives: { tests: 1, ...none, time: 2 },
    },
    { given: 'no suite', xml: '<testsuites/>', gives: { tests: 0, ...none } },
    {
      given: 'an empty suite',
      xml: '<testsuites><testsuite/></testsuites>',
      gives: { tests: 0, ...none },
    },
    {
      given: 'sums alone',
      xml: '<testsuite tests="9" failures="2" errors="1" skipped="3" time="4"/>',
      gives: { tests: 9, failures: 2, errors: 1, skipped: 3, time: 4 },
    },
    {
      given: 'failures alone',
      xml: '<testsuite tests="9"><testcase><failure/></testcase></testsuite>',
      gives: { tests: 9, ...none, failures: 1 },
    },
    {
      given: 'a suite that broke before its first case',
      xml: '<testsuite tests="0" errors="1"/>',
      gives: { tests: 0, ...none, errors: 1 },
    },
    {
      given: 'an outer suite that counts its inner ones',
      xml: '<testsuite tests="2" time="7"><testsuite tests="2"><testcase/><testcase/></testsuite></testsuite>',
      gives: { tests: 2, ...none, time: 7 },
    },
    {
      given: 'an outer suite that counts its own alone',
      xml: '<testsuite tests="1"><testcase/><testsuite tests="2"><testcase/><testcase/></testsuite></testsuite>',
      gives: { tests: 3, ...none },
    },
    {
      given: 'times of cases alone',
      xml: '<testsuite><testcase time="0.5"/><testcase time="1e-1"/></testsuite>',
      gives: { tests: 2, ...none, time: 0.6 },
    },
    {
      given: 'a case that failed and broke',
      xml: '<testsuite><testcase><failure/><error/></testcase></testsuite>',
      gives: { tests: 1, ...none, errors: 1 },
    },
    {
      given: 'a case with two failures',
      xml: '<testsuite><testcase><failure/><failure>b</failure></testcase></testsuite>',
      gives: { tests: 1, ...none, failures: 1 },
    },
    {
      given: 'a case that was not run',
      xml: '<testsuite><testcase status="notrun"/></testsuite>',
      gives: { tests: 1, ...none, skipped: 1 },
    },
    {
      given: 'a case that passed when run again',
      xml: '<testsuite><testcase><flakyFailure/></testcase></testsuite>',
      gives: { tests: 1, ...none },
    },
    {
      given: 'disabled tests',
      xml: '<testsuite tests="3" disabled="1"/>',
      gives: { tests: 3, ...none, skipped: 1 },
    },
    {
      given: 'attributes that are no numbers',
      xml: '<testsuite tests="many" time="-1"><testcase time=""/></testsuite>',
      gives: { tests: 1, ...none },
    },
    {
      given: 'a case in the text of another',
      xml: '<testsuite><testcase><system-out><![CDATA[<testcase/>]]></system-out></testcase></testsuite>',
      gives: { tests: 1, ...none },
    },
  ])('counts $given', ({ xml, gives }) => {
    expect(measure(xml)).toEqual(gives);
  });

  it.each([
    { given: '1,234.5', gives: 1234.5 },
    { given: '0,25', gives: 0.25 },
    { given: '1,234', gives: undefined },
    { given: '12.', gives: 12 },
  ])('reads the time $given as $gives', ({ given, gives }) => {
    expect(measure(`<testsuite time="${given}"/>`)?.time).toBe(gives);
  });

  it('is of when it came in where its time has no zone', () => {
    const xml = '<testsuite timestamp="2026-11-20T10:00:00"/>';
    const { reports } = eventsOf(collectUpload('junit', xml));

    expect(reports[0].at).toBe(Date.parse('2026-11-23T12:00:00Z'));
  });

  it.each([
    {
      given: 'another form',
      xml: '<test-run/>',
      says: /outermost element is <testsuites>/,
    },
    { given: 'no XML', xml: '{"tests":1}', says: /not JUnit XML/ },
    { given: 'half of it', xml: junitXml.slice(0, 300), says: /cut off/ },
    {
      given: 'half of it, cut behind an element',
      xml: '<testsuite tests="2">\n<testcase></testcase>',
      says: /cut off/,
    },
    {
      given: 'entities of its own',
      xml: '<!DOCTYPE t [<!ENTITY a "aaaa">]><testsuite name="&a;"/>',
      says: /entities/,
    },
    {
      given: 'two files in one',
      xml: '<testsuite/><testsuite/>',
      says: /cut off|well-formed/,
    },
    {
      given: 'two whole files in one',
      xml: '<testsuite></testsuite>\n<testsuite></testsuite>',
      says: /well-formed/,
    },
    {
      given: 'what is no XML inside',
      xml: '<testsuite><testcase <<</testsuite>',
      says: /well-formed/,
    },
  ])('refuses $given', ({ xml, says }) => {
    expect(collectUpload('junit', xml)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });
});
