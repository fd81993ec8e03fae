import { Manifest } from './files/Manifest';
import { dockerfile } from './files/dockerfile';
import { globalJson } from './files/globalJson';
import { goMod } from './files/goMod';
import { javaVersion } from './files/javaVersion';
import { nodeVersion } from './files/nodeVersion';
import { nvmrc } from './files/nvmrc';
import { packageJson } from './files/packageJson';
import { pomXml } from './files/pomXml';
import { pyproject } from './files/pyproject';
import { pythonVersion } from './files/pythonVersion';
import { rubyVersion } from './files/rubyVersion';
import { runtimeTxt } from './files/runtimeTxt';
import { toolVersions } from './files/toolVersions';

/** Files that are looked for, each a request a repository and period. */
export const manifests: readonly Manifest[] = [
  dockerfile,
  nvmrc,
  nodeVersion,
  packageJson,
  pythonVersion,
  runtimeTxt,
  pyproject,
  goMod,
  pomXml,
  rubyVersion,
  javaVersion,
  toolVersions,
  globalJson,
];

/** Raised when what a file says is read otherwise: unchanged files are then read again. */
export const readingVersion = 1;
