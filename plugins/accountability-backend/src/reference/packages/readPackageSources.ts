import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { PackageHost } from './PackageHost';
import { Allowed, PackageSource } from './PackageSource';
import { depsDevSource } from './sources/depsDevSource';
import { fileSource } from './sources/fileSource';
import { npmSource } from './sources/npmSource';

const KEY = 'accountability.packages.sources';

/** Where a host is, and with what it lets us in. */
export interface HostAddress {
  url: string;
  token?: string;
}

/**
 * The sources of releases in `accountability.packages`, in their order; none
 * where none is configured. Throws where one cannot be understood.
 */
export function readPackageSources(
  config: Config,
  createHost: (address: HostAddress) => PackageHost,
): PackageSource[] {
  return (config.getOptionalConfigArray(KEY) ?? []).map(source => {
    const kind = source.getString('kind');
    const allowed = readAllowed(source);
    if (kind === 'file') {
      const path = source.getString('path');
      return fileSource(path, { id: `file ${path}`, allowed });
    }
    const url = readUrl(source);
    const given = { id: `${kind} ${url}`, allowed };
    const token = source.getOptionalString('token');
    if (kind === 'npm') return npmSource(createHost({ url, token }), given);
    if (kind !== 'deps.dev') {
      throw new InputError(
        `${KEY} has a source of kind ${kind}; there are deps.dev, npm and file`,
      );
    }
    // What a public host is told cannot be taken back.
    if (!source.has('only') && !source.has('except')) {
      throw new InputError(
        `${KEY} asks deps.dev, which learns the names of packages: say which by only, or which not by except; except: [] tells it all`,
      );
    }
    return depsDevSource(createHost({ url }), given);
  });
}

function readAllowed(source: Config): Allowed {
  const only = source.getOptionalStringArray('only');
  return {
    ...(only && { only }),
    except: source.getOptionalStringArray('except') ?? [],
  };
}

function readUrl(source: Config): string {
  const url = source.getString('url').replace(/\/+$/, '');
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new InputError(`${KEY} has a url that is none`);
  }
  if (parsed.username || parsed.password) {
    throw new InputError(
      `${KEY} has a url with credentials in it; give them as token`,
    );
  }
  return url;
}
