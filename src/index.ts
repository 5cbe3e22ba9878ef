// The public API, grouped by stage: reads as a table of contents.

// What crosses every border
export type { Issue, Place, Severity } from "./core/issue.js";
export { IssuesError, printPlace } from "./core/issue.js";
export type { Result, Estimate, Suppressed, Unavailable, Interval, Subject } from "./core/result.js";
export type { Relation, Ladder, Computed } from "./core/relation.js";
export type { Table, Column, Source } from "./core/table.js";

// The study
export { openFolder } from "./ingest/folder.js";
export type { StudyFolder } from "./study/load-study.js";
export type { Study } from "./study/study.js";
export type { Variable } from "./study/variable.js";

// The work
export { checkStudy } from "./run/check.js";
export type { Checked } from "./run/check.js";
export { evaluate } from "./run/evaluate.js";
export type { Evaluation } from "./run/evaluate.js";
export { run } from "./run/run.js";
export type { RunOutput } from "./run/run.js";
export { readShipped, readVersion } from "./run/shipped.js";

// The dataset and what is computed from it
export type { Dataset, Response } from "./dataset/dataset.js";
export { metrics } from "./metrics/index.js";
export type { Metric } from "./metrics/metric.js";

// Simulation of uncertain costs
export { simulate } from "./costs/simulation.js";
export type {
  SimulatedTotals,
  SimulationRequest,
  UncertainInput,
  UncertainShares,
} from "./costs/simulation.js";
export type { Formula } from "./costs/formula.js";
export { summariseDraws } from "./costs/simulated-summary.js";
export type { SimulatedSummary } from "./costs/simulated-summary.js";
export { simulateInWorkers } from "./run/simulate-in-workers.js";

// After the gate
export type { Released } from "./disclosure/released.js";
export { findEstimate, findResult } from "./disclosure/released.js";
export { charts } from "./charts/index.js";
export { drawCharts } from "./charts/draw-charts.js";
export { formatEstimate, formatInterval } from "./core/format.js";

// Notebooks
export { fromFrame, resultColumns, toFrame } from "./frames.js";
export { show, showTable } from "./notebook.js";
