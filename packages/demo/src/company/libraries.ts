import { CompanyPlan } from './CompanyPlan';
import { Random } from './Random';
import { day } from './time';

/** A package that Halden's services are built from, with all its versions, oldest first. */
export interface Library {
  /** Package url without version. */
  package: string;
  releases: readonly { version: string; at: number }[];
}

const names = [
  ...['http', 'json', 'retry', 'queue', 'cache', 'metrics', 'logging', 'auth'],
  ...['money', 'calendar', 'templates', 'images', 'search', 'forms', 'routes'],
  ...['storage', 'mail', 'charts', 'parser', 'tracing', 'config', 'flags'],
];

const years = 6;

/** The libraries of the company, invented like the company itself: a release every month or three. */
export function libraries({ options }: CompanyPlan): Library[] {
  return names.map(name => {
    const random = new Random(`${options.seed}/library/${name}`);
    const releases: { version: string; at: number }[] = [];
    let at = options.now - years * 365 * day;
    let [major, minor] = [1, 0];
    while (at < options.now) {
      releases.push({ version: `${major}.${minor}.0`, at });
      const isMajor = random.chance(0.12);
      major += isMajor ? 1 : 0;
      minor = isMajor ? 0 : minor + 1;
      at += random.int(20, 100) * day;
    }
    return { package: `pkg:npm/%40halden-parts/${name}`, releases };
  });
}

/** The version that was the newest so long before an instant. */
export function versionAt(library: Library, at: number): string {
  const newest = library.releases.findLast(release => release.at <= at);
  return (newest ?? library.releases[0]).version;
}
