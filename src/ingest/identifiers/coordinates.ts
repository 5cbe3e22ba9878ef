import type { Detector } from "./detector.js";
import { standingAlone } from "./detector.js";

const pair = /-?\d{1,2}\.\d{3,10}°?\s?[NS]?,\s?-?\d{1,3}\.\d{3,10}/g;

/** Places on the map, as survey platforms note them of a respondent. */
export const coordinates: Detector = {
  id: "coordinates",
  one: "position on the map",
  many: "positions on the map",
  basis:
    "a column headed latitude or longitude; in text a pair of numbers with a comma between and three decimals or more " +
    "each (about a hundred metres), within 90 and 180 degrees",
  headings: [
    "latitude",
    "longitude",
    "lat",
    "lon",
    "long",
    "lng",
    "location latitude",
    "location longitude",
    "locationlatitude",
    "locationlongitude",
    "gps",
    "coordinates",
  ],
  find: (text) =>
    standingAlone(text, pair, (found) => {
      const [latitude, longitude] = found.split(",").map((part) => Math.abs(parseFloat(part)));
      return latitude! <= 90 && longitude! <= 180;
    }),
};
