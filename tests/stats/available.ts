/** A result of which the test knows that the data support it. */
export function available<Result extends { readonly kind: string }>(
  result: Result,
): Exclude<Result, { readonly kind: "unavailable" }> {
  if (result.kind === "unavailable") throw new Error(`unavailable: ${JSON.stringify(result)}`);
  return result as Exclude<Result, { readonly kind: "unavailable" }>;
}
