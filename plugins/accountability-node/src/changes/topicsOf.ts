/** `PAY-123`, as trackers name their issues; not in the middle of a word. */
const KEY = /(?<![A-Za-z\d])[A-Za-z][A-Za-z\d]{1,9}-\d{1,7}(?![A-Za-z\d])/g;

/** Words that look like keys and name a standard or an encoding. */
const common =
  /^(utf|iso|sha|md|rfc|cve|cwe|aes|rsa|base|es|ecma|http|tls|ssl|ghsa|node|python|java|go|php|v|version|rc|beta|alpha|release|step|part|phase|covid|gpt|x)-/i;

const MOST = 20;

/** Keys of issues that texts (title, branch) name, in upper case and without repetition; undefined where there is none. */
export function topicsOf(
  texts: readonly (string | null | undefined)[],
): string[] | undefined {
  const keys = texts
    .flatMap(text => text?.slice(0, 1000).match(KEY) ?? [])
    .filter(key => !common.test(key))
    .map(key => key.toUpperCase());
  const distinct = [...new Set(keys)].slice(0, MOST);
  return distinct.length > 0 ? distinct : undefined;
}
