/** So many take their turn in every order: 720 for six. */
export const mostInEveryOrder = 6;

/**
 * The orders in which some take their turn: every one; of many, each two of them first and the rest as they come, forwards and
 * backwards.
 *
 * @example ordersOf([1, 2]) // => [[1, 2], [2, 1]]
 */
export function ordersOf(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length < 2) return [places];
  if (places.length <= mostInEveryOrder)
    return places.flatMap((first) =>
      ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]),
    );
  return places.flatMap((first) =>
    places
      .filter((second) => second !== first)
      .flatMap((second) => {
        const rest = places.filter((place) => place !== first && place !== second);
        return [
          [first, second, ...rest],
          [first, second, ...rest.toReversed()],
        ];
      }),
  );
}
