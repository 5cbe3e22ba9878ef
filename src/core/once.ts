/**
 * The same function, which works out the answer for each object once and gives it again when asked again, for as long as
 * anything else holds the object.
 *
 * @param work gives the same for the same object, always
 * @example onceEach((pair) => pair.length)([1, 2]) // => 2
 */
export function onceEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = work(key);
    known.set(key, now);
    return now;
  };
}
