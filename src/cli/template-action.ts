import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { payPointsOf } from "../costs/figures.js";
import { readShipped } from "../run/shipped.js";
import { writeCostReturnTemplate } from "../template/cost-return.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { printFiles } from "./print-files.js";
import { PersonError } from "./person-error.js";

/** Write the empty cost-return workbook; never over a file that is there. */
export async function templateCommand(
  flags: { readonly out: string; readonly trust?: string; readonly year: string; readonly json?: boolean },
  effects: Effects,
): Promise<number> {
  const { components, figures } = await readShipped();
  const payPoints = payPointsOf(figures, flags.year);
  if (payPoints.length === 0) {
    const years = [...new Set(figures.map((figure) => figure.year))].filter(
      (year) => payPointsOf(figures, year).length,
    );
    throw new PersonError(`--year: expected one of ${years.sort().join(", ")}, found "${flags.year}"`);
  }
  const bytes = await writeCostReturnTemplate({
    components,
    payPoints,
    priceYear: flags.year,
    ...(flags.trust ? { trust: flags.trust } : {}),
  });
  await mkdir(flags.out, { recursive: true });
  const path = join(
    flags.out,
    flags.trust ? `cost-return-${flags.trust.toLowerCase()}.xlsx` : "cost-return.xlsx",
  );
  await writeFile(path, bytes, { flag: "wx" }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new PersonError(
        `${path}: is there already and may have been filled in. Move it, or name another folder.`,
      );
    }
    throw error;
  });
  effects.out(printFiles([path], flags.json));
  return exitCodes.done;
}
