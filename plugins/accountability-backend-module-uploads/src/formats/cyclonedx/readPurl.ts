import { PackageURL } from 'packageurl-js';

/** A package url in its one spelling, and the package it is a version of. */
export interface Purl {
  full: string;
  /** Without version and qualifiers. */
  base: string;
}

/** Reads a package url; undefined where it is none. */
export function readPurl(given: string | undefined): Purl | undefined {
  if (!given?.startsWith('pkg:')) return undefined;
  try {
    const { type, namespace, name, ...rest } = PackageURL.fromString(given);
    const { version, qualifiers, subpath } = rest;
    const of = (full: boolean) =>
      new PackageURL(
        type,
        namespace,
        name,
        full ? version : undefined,
        full ? qualifiers : undefined,
        full ? subpath : undefined,
      ).toString();
    return { full: of(true), base: of(false) };
  } catch {
    return undefined;
  }
}
