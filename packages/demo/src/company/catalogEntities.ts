import { Entity } from '@backstage/catalog-model';
import { CompanyPlan, ServicePlan } from './CompanyPlan';
import { rotaOf } from '../history/rotas';
import { departments } from './cast';
import { teamRef } from './planService';
import { staffOf } from './staffOf';

const apiVersion = 'backstage.io/v1alpha1';

/** The groups of Halden, three levels of them: the company, its departments, their teams. */
export function groupEntities(plan: CompanyPlan): Entity[] {
  const group = (
    name: string,
    title: string,
    {
      annotations,
      ...spec
    }: {
      type: string;
      parent?: string;
      annotations?: Record<string, string>;
    },
  ): Entity => ({
    apiVersion,
    kind: 'Group',
    metadata: { name, namespace: 'default', title, annotations },
    spec: { ...spec, children: [] },
  });
  return [
    group('halden', 'Halden', { type: 'organization' }),
    ...departments.map(({ name, title }) =>
      group(name, title, { type: 'department', parent: 'halden' }),
    ),
    ...plan.teams.map(({ name, title, department }) =>
      group(name, title, {
        type: 'team',
        parent: department,
        annotations: { 'accountability.io/rotas': rotaOf(name) },
      }),
    ),
  ];
}

/** Who looks at the demo, of the team whose services the story is about. */
const guest: Entity = {
  apiVersion,
  kind: 'User',
  metadata: { name: 'guest', namespace: 'default', title: 'Guest' },
  spec: { memberOf: ['payments-core'] },
};

/** The people of the teams, with their names on GitHub. */
export function userEntities(plan: CompanyPlan): Entity[] {
  const staff = plan.teams.flatMap(team =>
    staffOf(plan, team).map(login => ({
      apiVersion,
      kind: 'User',
      metadata: {
        name: login,
        namespace: 'default',
        annotations: { 'github.com/user-login': login },
      },
      spec: { memberOf: [team.name] },
    })),
  );
  return [...staff, guest];
}

/** The systems that the services name. */
export function systemEntities(plan: CompanyPlan): Entity[] {
  return plan.teams.flatMap(({ name, title }) =>
    ['core', 'edge'].map(part => ({
      apiVersion,
      kind: 'System',
      metadata: {
        name: `${name}-${part}`,
        namespace: 'default',
        title: `${title}, ${part}`,
      },
      spec: { owner: teamRef(name) },
    })),
  );
}

/** A service as its repository would describe it. */
export function serviceEntity(service: ServicePlan): Entity {
  const { name, title, slug, type, lifecycle, owner, system } = service;
  const dependsOn = service.dependsOn.map(one => `component:default/${one}`);
  const annotations: Record<string, string> = {
    'github.com/project-slug': slug,
  };
  if (service.pagerdutyId) {
    annotations['pagerduty.com/service-id'] = service.pagerdutyId;
  }
  if (service.formerly) {
    annotations[
      'accountability.io/aliases'
    ] = `github:${service.formerly.slug}`;
  }
  return {
    apiVersion,
    kind: 'Component',
    metadata: { name, namespace: 'default', title, annotations },
    spec: {
      ...{ type, lifecycle, owner, system },
      ...(dependsOn.length > 0 && { dependsOn }),
    },
  };
}
