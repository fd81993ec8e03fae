import { CompanyPlan, HandOverPlan, Profile, ServicePlan } from './CompanyPlan';
import {
  dependencies,
  goneTeam,
  namedServices,
  quietTeam,
  renamed,
  reorganisations,
  retired,
  serviceOfGoneTeam,
  serviceWithoutHistory,
  withoutOnCall,
} from './cast';
import { ProfileName, profiles } from './profiles';
import { Random } from './Random';
import { day } from './time';

const firstWords = ['order', 'offer', 'price', 'stock', 'route', 'client'];
const secondWords = ['feed', 'sync', 'view', 'worker', 'rules', 'export'];
const profileMix: ProfileName[] = [
  'exemplary',
  'exemplary',
  'steady',
  'steady',
  'steady',
  'hasty',
  'noisy',
  'weary',
];

/** Ref of a team of Halden. */
export function teamRef(team: string): string {
  return `group:default/${team}`;
}

/** Lays out one service; the same index gives the same service. */
export function planService(plan: CompanyPlan, index: number): ServicePlan {
  const { seed, now } = plan.options;
  const random = new Random(`${seed}/service/${index}`);
  const { name, team, profile } = castOf(plan, index, random);
  const onCall = !withoutOnCall.includes(name);
  const former = renamed[name];
  return {
    index,
    name,
    title: name,
    slug: `halden/${name}`,
    formerly: former && { slug: former[0], until: now - former[1] * day },
    pagerdutyId: onCall
      ? `P${(index + 46_656).toString(36).toUpperCase().padStart(6, '0')}`
      : undefined,
    type: /-(web|pages|centre)$/.test(name) ? 'website' : 'service',
    lifecycle: retired.includes(name) ? 'deprecated' : 'production',
    dependsOn: dependenciesOf(plan, name, random.fork('dependencies')),
    system: `${team}-${index % 2 === 0 ? 'core' : 'edge'}`,
    owner: name === serviceOfGoneTeam ? goneTeam : teamRef(team),
    handOvers: handOversOf(plan, name, { team, random }),
    profile: vary(profile, random),
    alertsUntil: team === quietTeam ? now - 21 * day : now,
    scripted: name === 'payments-api',
  };
}

/** A service without a name of its own needs one that has; only what is in the company. */
function dependenciesOf(
  { options }: CompanyPlan,
  name: string,
  random: Random,
): string[] {
  const known = namedServices.slice(0, options.services).map(([one]) => one);
  if (dependencies[name]) {
    return dependencies[name].filter(one => known.includes(one));
  }
  const isNamed = namedServices.some(([one]) => one === name);
  return isNamed ? [] : [random.pick(known)];
}

function castOf(
  plan: CompanyPlan,
  index: number,
  random: Random,
): { name: string; team: string; profile: Profile } {
  const fallback = plan.teams[index % plan.teams.length].name;
  if (index >= namedServices.length) {
    const name = `${random.pick(firstWords)}-${random.pick(secondWords)}-${
      index + 1
    }`;
    return { name, team: fallback, profile: profiles[random.pick(profileMix)] };
  }
  const [name, team, profile] = namedServices[index];
  const known = plan.teams.some(other => other.name === team);
  return { name, team: known ? team : fallback, profile: profiles[profile] };
}

function handOversOf(
  plan: CompanyPlan,
  name: string,
  { team, random }: { team: string; random: Random },
): HandOverPlan[] {
  const { now, days } = plan.options;
  if (name === serviceWithoutHistory) return [];
  const owner = name === serviceOfGoneTeam ? goneTeam : teamRef(team);
  const story = reorganisations[name];
  if (!story) {
    return [{ owner, at: now - (days + random.int(30, 500)) * day }];
  }
  const known = (ref: string) => plan.teams.some(other => other.name === ref);
  return story.map(([by, daysAgo]) => ({
    owner: known(by) ? teamRef(by) : owner,
    at: now - daysAgo * day,
  }));
}

/** No two services are run quite alike. */
function vary(profile: Profile, random: Random): Profile {
  return {
    ...profile,
    changesPerWeek: profile.changesPerWeek * (0.75 + random.next() * 0.5),
    alertsPerWeek: profile.alertsPerWeek * (0.7 + random.next() * 0.6),
    queueSeconds: profile.queueSeconds * (0.7 + random.next() * 0.6),
    restoreMinutes: profile.restoreMinutes * (0.8 + random.next() * 0.4),
  };
}
