import { htmlStyle } from "../../report/html-style.js";

/** The look of the page: that of the report, with what a form needs. */
export const pageStyle = htmlStyle;
