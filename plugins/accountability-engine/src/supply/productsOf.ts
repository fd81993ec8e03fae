import { Component } from './Bill';

/** A package at a version. */
export interface Product {
  /** Package url without version. */
  package: string;
  version: string;
}

const debian = 'pkg:docker/library/debian';
const ubuntu = 'pkg:docker/library/ubuntu';
const alpine = 'pkg:docker/library/alpine';

const systems = new Map(Object.entries({ debian, ubuntu, alpine }));

/** Releases that tags call by name; as their vendors do. */
const codenames = new Map<string, Product>(
  Object.entries({
    buster: { package: debian, version: '10' },
    bullseye: { package: debian, version: '11' },
    bookworm: { package: debian, version: '12' },
    trixie: { package: debian, version: '13' },
    bionic: { package: ubuntu, version: '18.04' },
    focal: { package: ubuntu, version: '20.04' },
    jammy: { package: ubuntu, version: '22.04' },
    noble: { package: ubuntu, version: '24.04' },
  }),
);

/**
 * What a package url says that something is built on: the package itself, and
 * the system that its tag or its qualifier `distro` names. The image
 * `node@22-bookworm-slim` is Node.js 22 on Debian 12.
 */
export function productsOf(component: Component): Product[] {
  const { purl, package: named, version } = component;
  const [, name = '', release = ''] =
    /[?&]distro=([a-z]+)-([\w.]+)/.exec(purl) ?? [];
  const system = systems.get(name);
  return [
    ...(version === undefined ? [] : [{ package: named, version }]),
    ...(version !== undefined && named.startsWith('pkg:docker/')
      ? systemsOfTag(version)
      : []),
    ...(system === undefined ? [] : [{ package: system, version: release }]),
  ];
}

function systemsOfTag(tag: string): Product[] {
  const release = /(?:^|-)alpine-?(\d+\.\d+)/.exec(tag)?.[1];
  return [
    ...(release === undefined ? [] : [{ package: alpine, version: release }]),
    ...tag.split('-').flatMap(word => codenames.get(word) ?? []),
  ];
}
