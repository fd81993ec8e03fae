/**
 * Work that is done once for each list, however many facts ask for it. Lists of
 * records are shared by facts and never changed, so that what was worked out of
 * one stays right for as long as there is one.
 */
export function onceFor<Asked, Gives>(
  listOf: (asked: Asked) => object,
  work: (asked: Asked) => Gives,
): (asked: Asked) => Gives {
  const done = new WeakMap<object, { gives: Gives }>();
  return asked => {
    const list = listOf(asked);
    const known = done.get(list) ?? { gives: work(asked) };
    done.set(list, known);
    return known.gives;
  };
}
