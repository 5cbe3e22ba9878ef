import type { Paragraph } from "docx";
import { writeCaption } from "./docx-caption.js";
import { docxFigureWidth, docxPage } from "./docx-style.js";
import type { DocxContext } from "./docx-text.js";
import type { FigureBlock } from "./document.js";
import { anchorOf } from "./numbering.js";
import { plainText } from "./plain-text.js";

/** A chart as a picture at the width of the text, with its alt text, and its caption below it. */
export function writeFigure(context: DocxContext, figure: FigureBlock): readonly Paragraph[] {
  const { docx, labels } = context;
  const label = labels.get(anchorOf(figure)) ?? "";
  const description = plainText(figure.description);
  const picture = new docx.ImageRun({
    type: "png",
    data: figure.png,
    transformation: fitPage(figure),
    altText: { name: label, title: plainText(figure.caption), description: plainText(figure.altText) },
  });
  return [
    new docx.Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 60, line: 240, lineRule: "auto" },
      children: [picture],
    }),
    writeCaption(context, figure, description !== ""),
    ...(description === "" ? [] : [new docx.Paragraph({ style: "Description", text: description })]),
  ];
}

/** Pixels of 1/96 inch: three fifths of the text on a page, so that little of a page stays empty before a chart. */
const tallest = Math.floor(((docxPage.height - docxPage.margin.top - docxPage.margin.bottom) / 15) * 0.6);

/** Beyond this a small chart would shout. */
const largestScale = 1.25;

function fitPage({ width, height }: FigureBlock): { readonly width: number; readonly height: number } {
  const scale = Math.min(docxFigureWidth / width, tallest / height, largestScale);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
