/** What was read of a value, as paths; `[]` stands for each of a list. */
export interface NotedReads<T> {
  value: T;
  /** Joined by dots. */
  paths: Set<string>;
}

/** Gives a value of which it is noted what is read, also what is not there. */
export function noteReads<T extends object>(value: T): NotedReads<T> {
  const paths = new Set<string>();
  const note = <V>(one: V, path: string[]): V => {
    if (typeof one !== 'object' || one === null) return one;
    return new Proxy(one, {
      get: (target, key) => {
        const read = Reflect.get(target, key);
        if (typeof key === 'symbol' || typeof read === 'function') return read;
        const isList = Array.isArray(target);
        if (isList && !/^\d+$/.test(key)) return read;
        const at = [...path, isList ? '[]' : key];
        paths.add(at.join('.'));
        return note(read, at);
      },
    });
  };
  return { value: note(value, []), paths };
}
