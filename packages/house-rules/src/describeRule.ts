/* eslint-disable jest/no-export -- each rule's test is made of these two tables */
import { inWords, Rule } from './tree';

/** A small tree, by path. */
export type Given = Record<string, string>;

/** What a rule lets pass, and what it catches with the beginnings of what it then says. */
export interface RuleSpec {
  accepts: [title: string, given: Given][];
  rejects: [title: string, given: Given, says: string[]][];
}

/** Proves by examples that a rule catches what it is there to catch. */
export function describeRule(rule: Rule, { accepts, rejects }: RuleSpec): void {
  const judge = (given: Given) =>
    rule(Object.entries(given).map(([path, text]) => ({ path, text }))).map(
      inWords,
    );

  it.each(accepts)('accepts %s', (_, given) => {
    expect(judge(given)).toEqual([]);
  });

  it.each(rejects)('rejects %s', (_, given, says) => {
    expect(judge(given)).toEqual(
      says.map(words => expect.stringContaining(words)),
    );
  });
}
