import { firstLine } from './firstLine';
import { javaOf } from './javaOf';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** `.java-version`: `21`, `1.8` or `temurin-21.0.5`. */
export const javaVersion: Manifest = {
  path: '.java-version',
  read: text => purlOf('pkg:generic/java', javaOf(firstLine(text) ?? '')),
};
