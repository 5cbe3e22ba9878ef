import type { CaseValues } from "./cases.js";
import { readCases } from "./cases.js";
import type { Dictionary } from "./dictionary.js";
import { readDictionary } from "./dictionary.js";
import type { ElementVisitor } from "./elements.js";
import { visitBytecode, visitPlain } from "./elements.js";
import { readHeader } from "./header.js";
import { readRecords } from "./records.js";
import { unpackBlocks } from "./unpack.js";

/** An SPSS system file: its dictionary, and the answers by variable in the same order. */
export interface SavFile extends Dictionary {
  readonly caseCount: number;
  readonly values: readonly CaseValues[];
}

/**
 * Read an SPSS system file (.sav, or .zsav) of either byte order and any packing.
 *
 * Source: the PSPP developers' description, "System File Format"; held to R haven's reading in tests/formats/spss.
 *
 * @throws SpssRefusal with a reason a person can act on when the file is cut short, contradicts itself, is of a kind that
 * is not read, or holds more than is read
 */
export function readSav(bytes: Uint8Array): SavFile {
  const { header, cursor } = readHeader(bytes);
  const dictionary = readDictionary(header, readRecords(cursor));
  const rest = bytes.subarray(cursor.at());
  const data = header.compression === "zlib" ? unpackBlocks(bytes, cursor.at(), header.littleEndian) : rest;
  const visit = (visitor: ElementVisitor) =>
    header.compression === "none" ? visitPlain(data, visitor) : visitBytecode(data, header.bias, visitor);
  const { cases, values } = readCases(dictionary, data, header.littleEndian, visit);
  return { ...dictionary, caseCount: cases, values };
}
