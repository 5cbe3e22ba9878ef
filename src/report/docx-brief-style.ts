import type { IParagraphStyleOptions, IStylesOptions } from "docx";
import { docxPage, docxStyles } from "./docx-style.js";

/** Margins of a brief: less above and below than a report's, the same at the sides. */
export const docxBriefMargin = {
  ...docxPage.margin,
  top: 900,
  bottom: 740,
  header: 360,
  footer: 340,
} as const;

const { default: standard, paragraphStyles = [] } = docxStyles;

/** Sizes of a brief's styles, in half points, and their spaces; everything else is the report's. */
const sizes: Readonly<
  Record<string, { readonly size?: number; readonly before: number; readonly after: number }>
> = {
  Subtitle: { size: 20, before: 0, after: 60 },
  Banner: { size: 17, before: 0, after: 0 },
  Description: { size: 17, before: 0, after: 60 },
  Note: { size: 16, before: 20, after: 20 },
  Cell: { before: 15, after: 15 },
  Foot: { size: 16, before: 0, after: 0 },
};

/** The report's styles at the size of a brief, which has to fit a page. */
export const docxBriefStyles: IStylesOptions = {
  default: {
    ...standard,
    document: {
      run: { ...standard?.document?.run, size: 19 },
      paragraph: { spacing: { after: 60, line: 250, lineRule: "auto" } },
    },
    title: {
      run: { ...standard?.title?.run, size: 36 },
      paragraph: { ...standard?.title?.paragraph, spacing: { before: 0, after: 40 } },
    },
    heading1: {
      run: { ...standard?.heading1?.run, size: 22 },
      paragraph: {
        ...standard?.heading1?.paragraph,
        spacing: { before: 110, after: 40 },
        border: { bottom: { style: "single", size: 6, space: 1, color: "005EB8" } },
      },
    },
    caption: {
      run: { ...standard?.caption?.run, size: 18 },
      paragraph: { ...standard?.caption?.paragraph, spacing: { before: 80, after: 30 } },
    },
  },
  paragraphStyles: paragraphStyles.map((style): IParagraphStyleOptions => {
    const brief = sizes[style.id];
    if (!brief) return style;
    const { size, before, after } = brief;
    return {
      ...style,
      run: { ...style.run, ...(size === undefined ? {} : { size }) },
      paragraph: { ...style.paragraph, spacing: { ...style.paragraph?.spacing, before, after } },
    };
  }),
};
