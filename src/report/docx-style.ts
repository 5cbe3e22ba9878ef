import type { IParagraphStyleOptions, IStylesOptions } from "docx";

/** Colours of the Word file: NHS blue for headings, dark text; the yellow marks synthetic data and cautions. */
export const docxColours = {
  text: "212B32",
  blue: "005EB8",
  quiet: "425563",
  line: "AEB7BD",
  finding: "EEF3F8",
  caution: "FFF9C4",
  cautionEdge: "FFB81C",
  banner: "FFEB3B",
} as const;

/** A4 in twips (twentieths of a point), with margins of 22 mm at the sides. */
export const docxPage = {
  width: 11906,
  height: 16838,
  margin: { top: 1304, bottom: 1247, left: 1247, right: 1247, header: 567, footer: 567 },
} as const;

/** Width of the text on a page, in twips. */
export const docxTextWidth = docxPage.width - docxPage.margin.left - docxPage.margin.right;

/** Width of the widest figure in pixels of 1/96 inch: that of the text. */
export const docxFigureWidth = Math.floor(docxTextWidth / 15);

const font = "Arial";

function callout(id: string, name: string, fill: string, edge: string): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: "Normal",
    paragraph: {
      indent: { left: 260, right: 0 },
      spacing: { before: 0, after: 120 },
      shading: { type: "clear", color: "auto", fill },
      border: {
        left: { style: "single", size: 48, space: 8, color: edge },
        top: { style: "single", size: 4, space: 5, color: fill },
        bottom: { style: "single", size: 4, space: 5, color: fill },
      },
      keepLines: true,
    },
  };
}

/** Styles by their Word names, so that a Trust can restyle the report in one place. Sizes are in half points. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: docxColours.text, language: { value: "en-GB", eastAsia: "en-GB" } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: "auto" } },
    },
    title: {
      run: { font, size: 52, bold: true, color: docxColours.blue },
      paragraph: { spacing: { before: 240, after: 120, line: 252, lineRule: "auto" }, keepNext: true },
    },
    heading1: {
      run: { font, size: 34, bold: true, color: docxColours.blue },
      paragraph: {
        spacing: { before: 480, after: 200, line: 252, lineRule: "auto" },
        keepNext: true,
        keepLines: true,
        border: { bottom: { style: "single", size: 18, space: 4, color: docxColours.blue } },
      },
    },
    heading2: {
      run: { font, size: 26, bold: true, color: docxColours.text },
      paragraph: {
        spacing: { before: 320, after: 120, line: 252, lineRule: "auto" },
        keepNext: true,
        keepLines: true,
      },
    },
    caption: {
      run: { font, size: 22, bold: true, color: docxColours.text },
      paragraph: { spacing: { before: 240, after: 60, line: 259, lineRule: "auto" }, keepLines: true },
    },
    hyperlink: { run: { color: docxColours.blue, underline: { type: "single" } } },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 28, color: docxColours.quiet },
      paragraph: { spacing: { after: 280 } },
    },
    {
      id: "ContentsHeading",
      name: "Contents Heading",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 28, bold: true, color: docxColours.blue },
      paragraph: { spacing: { before: 400, after: 120 }, keepNext: true },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      next: "Normal",
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: "Banner",
      name: "Banner",
      basedOn: "Normal",
      run: { bold: true, size: 20 },
      paragraph: {
        alignment: "center",
        spacing: { after: 0 },
        shading: { type: "clear", color: "auto", fill: docxColours.banner },
      },
    },
    {
      id: "Description",
      name: "Description",
      basedOn: "Normal",
      run: { size: 20, color: docxColours.quiet },
      paragraph: { spacing: { after: 120, line: 259, lineRule: "auto" }, keepLines: true },
    },
    {
      id: "Note",
      name: "Table Note",
      basedOn: "Normal",
      run: { size: 18, color: docxColours.quiet },
      paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: "auto" }, keepLines: true },
    },
    {
      id: "Cell",
      name: "Table Cell",
      basedOn: "Normal",
      paragraph: { spacing: { before: 50, after: 50, line: 240, lineRule: "auto" } },
    },
    callout("Finding", "Key Finding", docxColours.finding, docxColours.blue),
    callout("Caution", "Caution", docxColours.caution, docxColours.cautionEdge),
    {
      id: "Foot",
      name: "Foot",
      basedOn: "Normal",
      run: { size: 18, color: docxColours.quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
};
