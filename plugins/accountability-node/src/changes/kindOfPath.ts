/** Written by package managers: nobody reads them. */
const lockfile =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|gemfile\.lock|cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|go\.sum|go\.work\.sum|mix\.lock|pubspec\.lock|podfile\.lock|package\.resolved|packages\.lock\.json|flake\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|conan\.lock)$/i;

/** Somebody else's code, kept beside one's own. */
const vendored =
  /(^|\/)(vendor|vendors|node_modules|bower_components|third[_-]party|\.yarn\/(releases|plugins|cache)|godeps|pods|carthage\/(build|checkouts))\//i;

/** Made by a program from something else; GitHub's Linguist hides most of these in diffs. */
const generated =
  /(^|\/)(dist|__generated__|generated|\.next|\.nuxt|__snapshots__)\/|\.(min\.(js|css)|map|snap|pb\.(go|cc|h|py|swift)|pb\.gw\.go|g\.dart|freezed\.dart|designer\.cs|generated\.[a-z]+|gen\.[a-z]+|lock)$|_(pb2(_grpc)?\.pyi?|generated\.[a-z]+|gen\.go|pb\.(js|d\.ts))$|(^|\/)(zz_generated\.[^/]+|api\.report\.md|report(\.[a-z]+)?\.api\.md)$/i;

const test =
  /(^|\/)(tests?|__tests?__|__testutils__|specs?|e2e|cypress|playwright|testdata|fixtures?)\/|(^|\/)(test_[^/]+\.py|conftest\.py)$|[._-](test|tests|spec|e2e|it)\.[a-z]+$|_test\.(go|py|rb|exs|dart|cc|cpp)$|(test|tests|spec|it)\.(java|kt|kts|scala|groovy|cs|swift|php)$/i;

const source =
  /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|vue|svelte|astro|go|py|rb|java|kt|kts|scala|groovy|clj|cljs|cs|fs|vb|c|h|cc|cpp|cxx|hpp|m|mm|swift|rs|php|ex|exs|erl|hs|ml|dart|lua|pl|pm|r|jl|sh|bash|ps1|sql|tf|hcl|proto|graphql|html|css|scss|sass|less)$/i;

/**
 * What a path holds: `source` and `test` are what people write and run;
 * `other` is also written by people (documents, settings); the rest is not for
 * reviewers to read.
 */
export type PathKind =
  | 'lockfile'
  | 'vendored'
  | 'generated'
  | 'test'
  | 'source'
  | 'other';

/** By the names that package managers, generators and test runners are known to use; a repository's own .gitattributes are not read. */
export function kindOfPath(path: string): PathKind {
  if (lockfile.test(path)) return 'lockfile';
  if (vendored.test(path)) return 'vendored';
  if (generated.test(path)) return 'generated';
  // A test is source code too: a picture beside tests is none.
  if (!source.test(path)) return 'other';
  return test.test(path) ? 'test' : 'source';
}
