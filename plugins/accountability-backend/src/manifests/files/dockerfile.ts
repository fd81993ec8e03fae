import { imageOf } from './imageOf';
import { Manifest } from './Manifest';

/** One `FROM`. */
interface Stage {
  image: string;
  /** The name by which later stages build on it. */
  name?: string;
}

/** A longer name of an image is none. */
const MOST_CHARACTERS = 300;

/** `Dockerfile`: the image that its last stage is built on. */
export const dockerfile: Manifest = {
  path: 'Dockerfile',
  read: text => {
    const stages = stagesOf(text);
    let place = stages.length - 1;
    // An image may have the name of a stage; only those before it are meant.
    for (let at = place - 1; at >= 0; at--) {
      if (stages[at].name === stages[place].image.toLowerCase()) place = at;
    }
    return place < 0 ? [] : imageOf(stages[place].image);
  },
};

function stagesOf(text: string): Stage[] {
  const defaults = new Map<string, string>();
  const stages: Stage[] = [];
  for (const line of linesOf(text)) {
    const [, instruction = '', rest = ''] =
      /^(arg|from)\s+(.*)$/i.exec(line) ?? [];
    // Only arguments before the first stage hold for images.
    if (instruction.toLowerCase() === 'arg' && stages.length === 0) {
      addDefaults(defaults, rest);
    }
    if (instruction.toLowerCase() !== 'from') continue;
    const words = rest.split(/\s+/).filter(word => !word.startsWith('--'));
    const [image = '', as = '', name = ''] = words;
    stages.push({
      image: fillIn(image, defaults),
      ...(as.toLowerCase() === 'as' && { name: name.toLowerCase() }),
    });
  }
  return stages;
}

/** Whole instructions: a backslash at the end of a line goes on in the next. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n');
}

function addDefaults(defaults: Map<string, string>, rest: string): void {
  for (const word of rest.split(/\s+/)) {
    const [, name, value] = /^(\w+)=["']?([^"']*)["']?$/.exec(word) ?? [];
    if (name !== undefined) defaults.set(name, fillIn(value, defaults));
  }
}

/** `$NAME`, `${NAME}` and `${NAME:-default}`; one that nobody sets stays, and names no version. */
function fillIn(text: string, defaults: ReadonlyMap<string, string>): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/\$(?:\w+|\{\w+(?::?-[^}]*)?\})/g, whole => {
      const [, name = '', instead] =
        /^\$\{?(\w+)(?::?-([^}]*))?/.exec(whole) ?? [];
      return defaults.get(name) ?? instead ?? whole;
    })
    .slice(0, MOST_CHARACTERS);
}
