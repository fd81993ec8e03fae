import { Lifecycle } from './Lifecycle';

/**
 * Lifecycles for installs that load no list, as they were known on 30 November
 * 2026 from copies of the vendors' schedules, not all of that day: who needs to
 * be sure loads the list of endoflife.date. What has no line here is unknown,
 * and so is the end of a line without a date. Where a vendor publishes a month,
 * the last day of it counts, for Ubuntu 22.04 the first. The vendors publish at:
 *
 * - Node.js: github.com/nodejs/Release
 * - Python: devguide.python.org/versions
 * - Java: adoptium.net/support, "at least" dates of Eclipse Temurin
 * - Go: go.dev/doc/devel/release, until the second release after it
 * - .NET: dotnet.microsoft.com/platform/support/policy
 * - Ruby: ruby-lang.org/en/downloads/branches
 * - PHP: php.net/supported-versions.php
 * - PostgreSQL: postgresql.org/support/versioning
 * - MySQL: oracle.com, Lifetime Support Policy, extended support
 * - Debian: wiki.debian.org/DebianReleases, its security team, without LTS
 * - Ubuntu: ubuntu.com/about/release-cycle, standard security maintenance
 * - Alpine: alpinelinux.org/releases
 */
export const ourLifecycles: readonly Lifecycle[] = [
  lifecycle('nodejs', 'Node.js', {
    packages: [
      'pkg:generic/node',
      'pkg:docker/library/node',
      'pkg:docker/cimg/node',
      'pkg:docker/bitnami/node',
    ],
    until: {
      12: '2022-04-30',
      13: '2020-06-01',
      14: '2023-04-30',
      15: '2021-06-01',
      16: '2023-09-11',
      17: '2022-06-01',
      18: '2025-04-30',
      19: '2023-06-01',
      20: '2026-04-30',
      21: '2024-06-01',
      22: '2027-04-30',
      23: '2025-06-01',
      24: '2028-04-30',
      25: '2026-06-01',
    },
  }),
  lifecycle('python', 'Python', {
    packages: [
      'pkg:generic/python',
      'pkg:docker/library/python',
      'pkg:docker/cimg/python',
      'pkg:docker/bitnami/python',
    ],
    until: {
      '2.7': '2020-01-01',
      '3.6': '2021-12-23',
      '3.7': '2023-06-27',
      '3.8': '2024-10-07',
      '3.9': '2025-10-31',
      '3.10': '2026-10-31',
      '3.11': '2027-10-31',
      '3.12': '2028-10-31',
      '3.13': '2029-10-31',
      '3.14': '2030-10-31',
    },
  }),
  lifecycle('eclipse-temurin', 'Java', {
    packages: [
      'pkg:generic/java',
      'pkg:generic/eclipse-temurin',
      'pkg:docker/library/eclipse-temurin',
    ],
    until: {
      8: '2030-12-31',
      11: '2027-10-31',
      17: '2027-10-31',
      21: '2029-12-31',
      25: '2031-09-30',
    },
  }),
  lifecycle('go', 'Go', {
    packages: [
      'pkg:generic/go',
      'pkg:golang/stdlib',
      'pkg:docker/library/golang',
      'pkg:docker/cimg/go',
    ],
    until: {
      '1.21': '2024-08-13',
      '1.22': '2025-02-11',
      '1.23': '2025-08-12',
      '1.24': '2026-02-10',
      '1.25': undefined,
      '1.26': undefined,
    },
  }),
  lifecycle('dotnet', '.NET', {
    packages: [
      'pkg:generic/dotnet',
      'pkg:nuget/Microsoft.NETCore.App',
      'pkg:docker/dotnet/runtime',
      'pkg:docker/dotnet/runtime-deps',
      'pkg:docker/dotnet/aspnet',
      'pkg:docker/dotnet/sdk',
    ],
    until: {
      '3.1': '2022-12-13',
      5: '2022-05-10',
      6: '2024-11-12',
      7: '2024-05-14',
      8: '2026-11-10',
      9: '2026-11-10',
      10: '2028-11-14',
    },
  }),
  lifecycle('ruby', 'Ruby', {
    packages: [
      'pkg:generic/ruby',
      'pkg:docker/library/ruby',
      'pkg:docker/cimg/ruby',
      'pkg:docker/bitnami/ruby',
    ],
    until: {
      '2.7': '2023-03-31',
      '3.0': '2024-04-23',
      '3.1': '2025-03-26',
      '3.2': '2026-03-31',
      '3.3': '2027-03-31',
      '3.4': '2028-03-31',
    },
  }),
  lifecycle('php', 'PHP', {
    packages: [
      'pkg:generic/php',
      'pkg:generic/php-cli',
      'pkg:generic/php-fpm',
      'pkg:docker/library/php',
      'pkg:docker/cimg/php',
    ],
    until: {
      '7.4': '2022-11-28',
      '8.0': '2023-11-26',
      '8.1': '2025-12-31',
      '8.2': '2026-12-31',
      '8.3': '2027-12-31',
      '8.4': '2028-12-31',
      '8.5': '2029-12-31',
    },
  }),
  lifecycle('postgresql', 'PostgreSQL', {
    packages: [
      'pkg:generic/postgresql',
      'pkg:docker/library/postgres',
      'pkg:docker/bitnami/postgresql',
    ],
    until: {
      11: '2023-11-09',
      12: '2024-11-21',
      13: '2025-11-13',
      14: '2026-11-12',
      15: '2027-11-11',
      16: '2028-11-09',
      17: '2029-11-08',
      18: '2030-11-14',
    },
  }),
  lifecycle('mysql', 'MySQL', {
    packages: ['pkg:generic/mysql', 'pkg:docker/library/mysql'],
    until: { '5.7': '2023-10-31', '8.0': '2026-04-30', '8.4': '2032-04-30' },
  }),
  lifecycle('debian', 'Debian', {
    packages: ['pkg:generic/debian', 'pkg:docker/library/debian'],
    until: {
      10: '2022-09-10',
      11: '2024-08-14',
      12: '2026-06-10',
      13: '2028-08-09',
    },
  }),
  lifecycle('ubuntu', 'Ubuntu', {
    packages: ['pkg:generic/ubuntu', 'pkg:docker/library/ubuntu'],
    until: {
      '18.04': '2023-05-31',
      '20.04': '2025-05-31',
      '22.04': '2027-04-01',
      '24.04': '2029-05-31',
    },
  }),
  lifecycle('alpine-linux', 'Alpine Linux', {
    packages: ['pkg:generic/alpine', 'pkg:docker/library/alpine'],
    until: {
      '3.17': '2024-11-22',
      '3.18': '2025-05-09',
      '3.19': '2025-11-01',
      '3.20': '2026-04-01',
      '3.21': '2026-11-01',
      '3.22': '2027-05-01',
      '3.23': '2027-11-01',
    },
  }),
];

function lifecycle(
  product: string,
  title: string,
  given: { packages: string[]; until: Record<string, string | undefined> },
): Lifecycle {
  return {
    product,
    title,
    packages: given.packages,
    cycles: Object.entries(given.until).map(([name, day]) => ({
      name,
      ...(day !== undefined && { eolFrom: Date.parse(day) }),
    })),
  };
}
