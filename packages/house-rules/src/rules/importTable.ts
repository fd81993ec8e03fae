import { isSource, packageOf, Rule, TreeFile, Violation } from '../tree';
import { importsOf, OurImport } from './importsOf';
import { roomOf } from './roomOf';
import { doors, mayImport } from './rooms';

/** A package's kit for the tests of others. */
const TEST_KIT = /^[^/]+\/testUtils$/;

const INDEX = /\/src\/[^/]+\/index\.tsx?$/;

/** A room with one level of folders is a room; a package of one room has no doors inside. */
function entersByTheDoor({ room, file }: OurImport): boolean {
  if (!file || !room.includes('/')) return true;
  return INDEX.test(file) || !!doors[room]?.test(file);
}

function troubleWith(file: TreeFile, room: string, each: OurImport) {
  const inside = each.file && packageOf({ path: each.file, text: '' });
  if (inside && inside !== packageOf(file)) {
    return `imports ${each.from} by its path; import the package`;
  }
  const isDeep = each.from.includes('/') && !TEST_KIT.test(each.from);
  if (!each.file && isDeep) {
    return `imports ${each.from}; import the package itself`;
  }
  if (each.room === room) return undefined;
  const allowed = mayImport[room] ?? [];
  if (allowed.includes('*')) return undefined;
  if (!allowed.includes(each.room)) {
    return `${room} must not import ${each.room} (${each.from})`;
  }
  return entersByTheDoor(each)
    ? undefined
    : `imports ${each.from}; enter ${each.room} through its index`;
}

function check(file: TreeFile, paths: ReadonlySet<string>): Violation[] {
  const room = roomOf(file.path);
  if (room === undefined || !(room in mayImport)) {
    return [{ path: file.path, because: 'is in no room of the import table' }];
  }
  return importsOf(file, paths).flatMap(each => {
    const because = troubleWith(file, room, each);
    return because ? [{ path: file.path, line: each.line, because }] : [];
  });
}

/** Rooms import what the table lets them, through the other room's index. */
export const importTable: Rule = files => {
  const paths = new Set(files.map(({ path }) => path));
  return files.filter(isSource).flatMap(file => check(file, paths));
};
