import { createHash } from 'crypto';

/** How one annotation names subjects of an entity. */
export interface SubjectRule {
  annotation: string;
  /** Subjects that the annotation's value names; none where it names nothing we know. */
  subjects(value: string): string[];
  /** Left out where one of these annotations is there: it says the same thing better. */
  unless?: string[];
}

const githubSlug = 'github.com/project-slug';
const gitlabSlug = 'gitlab.com/project-slug';

/**
 * Every annotation that attaches subjects to a service. Slugs are lower-cased,
 * because hosts compare them so; ids are kept as they are, because services
 * such as PagerDuty tell `PABC` from `pabc`.
 */
export const subjectRules: readonly SubjectRule[] = [
  { annotation: githubSlug, subjects: value => [slug('github', value)] },
  { annotation: gitlabSlug, subjects: value => [slug('gitlab', value)] },
  {
    annotation: 'pagerduty.com/service-id',
    subjects: value => [`pagerduty:${value}`],
  },
  {
    // The key lets its holder raise incidents: only its digest is kept.
    annotation: 'pagerduty.com/integration-key',
    subjects: value => [
      `pagerduty-key:${createHash('sha256')
        .update(value)
        .digest('hex')
        .slice(0, 32)}`,
    ],
  },
  { annotation: 'argocd/app-name', subjects: value => [`argocd:${value}`] },
  {
    annotation: 'backstage.io/source-location',
    subjects: fromSourceLocation,
    unless: [githubSlug, gitlabSlug],
  },
  {
    annotation: 'accountability.io/aliases',
    subjects: value => value.split(',').map(alias => alias.trim()),
  },
];

function slug(host: string, value: string): string {
  return `${host}:${value.replace(/^\/+|\/+$/g, '').toLowerCase()}`;
}

function fromSourceLocation(value: string): string[] {
  const address = value.replace(/^url:/, '');
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const path = url.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (url.hostname === 'github.com') {
    const [owner, repository] = path.split('/');
    return repository
      ? [slug('github', `${owner}/${repository.replace(/\.git$/, '')}`)]
      : [];
  }
  if (url.hostname === 'gitlab.com') {
    // A project may lie under any number of groups; its files follow `/-/`.
    const project = path.split('/-/')[0];
    return project.includes('/') ? [slug('gitlab', project)] : [];
  }
  return [];
}
