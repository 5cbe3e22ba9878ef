import type { CliCommand } from "./command.js";
import type { EstimateFlags } from "./estimate-flags.js";

const examples = `
Examples:
  $ pilot-eval estimate                                        asked step by step
  $ pilot-eval estimate --imgs 20 --intakes 3 --pension paid-by-trust --all --out my-estimate
  $ pilot-eval estimate --imgs 20 --pension full --perspective nhs --shadowing-weeks 6 --all --out my-estimate
  $ pilot-eval estimate --imgs 20 --pension paid-by-trust --self-assessment gaps.csv --out my-estimate
  $ pilot-eval estimate --imgs 20 --pension paid-by-trust --all --from pilot/release --out my-estimate

A self-assessment is a CSV file with the columns component and answer (yes, partly or no), a row for each component.`;

/** `pilot-eval estimate`: what an induction costs a Trust, without survey data. */
export const estimate: CliCommand = {
  name: "estimate",
  declare(program, effects, done) {
    const collect = (value: string, before: readonly string[]) => [...before, value];
    program
      .command("estimate")
      .description("estimate what an induction costs a Trust; asks step by step in a terminal")
      .option("--imgs <number>", "IMGs inducted in a year")
      .option("--intakes <number>", "groups in which they start in a year")
      .option(
        "--pension <which>",
        "employer's contribution: paid-by-trust (what the Trust pays) or full; ask finance which your Trust counts",
      )
      .option("--year <year>", "year of pay, such as 2026/27")
      .option("--all", "every component is provided")
      .option(
        "--components <ids>",
        "components provided, with commas between; PROGRAMME is running the whole",
      )
      .option(
        "--have <answers>",
        "self-assessment: PRE-01=yes,ENB-01=partly,rest=no gives the cost of closing gaps",
      )
      .option("--self-assessment <file>", "the same from a CSV file")
      .option(
        "--partly-share <percent>",
        "share of a component's cost still to pay where the answer is partly",
      )
      .option("--shadowing-weeks <weeks>", "weeks in which an IMG shadows")
      .option("--shadowing-hours <hours>", "paid hours of such a week")
      .option("--shadowing-pay-point <point>", "pay point of IMGs while they shadow")
      .option("--no-supernumerary", "leave out IMGs' own pay while they shadow")
      .option("--perspective <whose>", "trust-cash, trust-economic or nhs")
      .option("--set-up <how>", "annuitised or written-off")
      .option("--set-up-years <years>", "years that set-up lasts")
      .option("--discount-rate <percent>", "discount rate of a year")
      .option("--in-advance", "the year's part of set-up falls at the start of the year, not at its end")
      .option("--overheads <percent>", "overheads on staff and other costs; none when left out")
      .option("--hours <which>", "an hour's price is over hours paid or productive")
      .option("--no-levy", "leave out the apprenticeship levy")
      .option("--high-cost-area <zone>", "fringe, outer London or inner London")
      .option("--supplement-afc <pounds>", "its supplement a year, full time, under Agenda for Change")
      .option("--supplement-doctors <pounds>", "the same for a doctor")
      .option(
        "--set <item=figure>",
        "your own figure: lead-time=126, lead-time=126@consultant.T3.yr8-13",
        collect,
        [],
      )
      .option("--recruited <number>", "IMGs recruited, for a cost of each")
      .option("--completed <number>", "IMGs who completed, for a cost of each")
      .option("--replacement-cost <pounds>", "cost of replacing a doctor, for the break-even")
      .option("--from <release>", "quantities from the release folder of a pilot")
      .option("--out <folder>", "where the files are written; none are when it is left out")
      .option("--replace", "overwrite files that were edited")
      .option("--yes", "ask nothing: take the defaults for what is left out")
      .option("--json", "print the answer as JSON")
      .addHelpText("after", examples)
      .action(async (flags: EstimateFlags) => {
        const { estimateCommand } = await import("./estimate-action.js");
        done(await estimateCommand(flags, effects));
      });
  },
};
