import { beforeAll } from "vitest";
import { readySolver } from "../src/disclosure/attack/highs.js";

beforeAll(readySolver);
