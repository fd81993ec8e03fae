import { Component } from './Bill';
import { decoded } from './decoded';

/**
 * Takes a package url apart. It must be in its one spelling, in which an `@`
 * after the last `/` begins the version and all others are encoded. What is
 * none stands for itself.
 */
export function componentOf({
  purl,
  direct = false,
}: {
  purl: string;
  direct?: boolean;
}): Component {
  const [whole] = purl.split(/[?#]/, 1);
  const at = whole.indexOf('@', whole.lastIndexOf('/'));
  if (at < 0) return { purl, package: whole, direct };
  return {
    purl,
    package: whole.slice(0, at),
    version: decoded(whole.slice(at + 1)),
    direct,
  };
}
