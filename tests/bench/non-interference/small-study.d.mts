export type Files = ReadonlyMap<string, Uint8Array>;

export function surveyFile(trust: string, wave: string): string;
export function rowsOf(files: Files, file: string): string[][];
export function bytesOfRows(rows: readonly (readonly string[])[]): Uint8Array;
export function smallStudy(draw: (limit: number) => number, withCosts: boolean): Map<string, Uint8Array>;
