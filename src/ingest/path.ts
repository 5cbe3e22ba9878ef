/**
 * Whether a path with forward slashes stays inside the folder it is relative to.
 *
 * @example staysInside("../other/secret.csv") // => false
 */
export function staysInside(path: string): boolean {
  if (path === "" || /^(?:[/\\~]|[a-z]:)/i.test(path)) return false;
  return !path.split(/[/\\]/).includes("..");
}
