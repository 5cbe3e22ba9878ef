import { coordinates } from "./coordinates.js";
import { dateOfBirth } from "./date-of-birth.js";
import type { Detector } from "./detector.js";
import { emailAddress } from "./email-address.js";
import { gmcNumber } from "./gmc-number.js";
import { ipAddress } from "./ip-address.js";
import { nationalInsuranceNumber } from "./national-insurance-number.js";
import { nhsNumber } from "./nhs-number.js";
import { personName } from "./person-name.js";
import { phoneNumber } from "./phone-number.js";
import { postcode } from "./postcode.js";

/** Kinds of identifiers that are looked for; where two fit the same words, the first is told. A new one is one file and one line. */
export const detectors: readonly Detector[] = [
  emailAddress,
  dateOfBirth,
  gmcNumber,
  nhsNumber,
  nationalInsuranceNumber,
  phoneNumber,
  ipAddress,
  coordinates,
  postcode,
  personName,
];
