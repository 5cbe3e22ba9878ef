import type { Footer, Header, Paragraph, Table, TableOfContents } from "docx";
import { checkDocument } from "./check-document.js";
import { writeFigure } from "./docx-figure.js";
import { settleDocx } from "./docx-package.js";
import { planDocx, sayWhere } from "./docx-plan.js";
import { docxBriefMargin, docxBriefStyles } from "./docx-brief-style.js";
import { docxPage, docxStyles, docxTextWidth } from "./docx-style.js";
import { writeTable } from "./docx-table.js";
import type { DocxContext } from "./docx-text.js";
import { writeHeading, writeText } from "./docx-text.js";
import type { Document, Section } from "./document.js";
import { anchorOf } from "./numbering.js";
import { plainText } from "./plain-text.js";

/**
 * A document as a Word file: real headings, contents that are filled in, captions with numbers, header rows that
 * repeat, alt text on every chart. Long tables stay in the workbook. The same document gives the same bytes.
 * Throws, as a bug, on a document that `checkDocument` refuses.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  checkDocument(document);
  const docx = await import("docx");
  const context = { docx, ...planDocx(document) };
  const isBrief = document.layout === "brief";
  const file = new docx.Document({
    title: plainText(document.title),
    subject: plainText(document.subtitle),
    description: plainText(document.imprint),
    creator: "pilot-eval",
    lastModifiedBy: "pilot-eval",
    styles: isBrief ? docxBriefStyles : docxStyles,
    numbering: { config: [{ reference: "bullets", levels: [bullet(context)] }] },
    sections: [
      {
        properties: { page: { size: docxPage, margin: isBrief ? docxBriefMargin : docxPage.margin } },
        ...(document.banner === null
          ? {}
          : { headers: { default: writeHeader(context, plainText(document.banner)) } }),
        footers: { default: writeFooter(context, plainText(document.imprint)) },
        children: [
          ...writeTitle(context, document),
          ...(isBrief ? [] : writeCover(context, document)),
          ...document.sections.flatMap((section, index) =>
            writeSection(context, section, !isBrief && index === 0),
          ),
        ],
      },
    ],
  });
  return settleDocx(new Uint8Array(await docx.Packer.toArrayBuffer(file)));
}

function bullet({ docx }: DocxContext) {
  return {
    level: 0,
    format: docx.LevelFormat.BULLET,
    text: "\u2022",
    alignment: docx.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400, hanging: 280 } } },
  };
}

function writeHeader({ docx }: DocxContext, banner: string): Header {
  return new docx.Header({ children: [new docx.Paragraph({ style: "Banner", text: banner })] });
}

function writeFooter({ docx }: DocxContext, imprint: string): Footer {
  const { PageNumber } = docx;
  const page = ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: "Foot",
        tabStops: [{ type: docx.TabStopType.RIGHT, position: docxTextWidth }],
        children: [new docx.TextRun(imprint), new docx.TextRun({ children: [new docx.Tab(), ...page] })],
      }),
    ],
  });
}

function writeTitle({ docx }: DocxContext, document: Document): readonly Paragraph[] {
  return [
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, text: plainText(document.title) }),
    ...(document.subtitle === ""
      ? []
      : [new docx.Paragraph({ style: "Subtitle", text: plainText(document.subtitle) })]),
  ];
}

/** Banner, people and contents on the first page. */
function writeCover(context: DocxContext, document: Document): readonly (Paragraph | TableOfContents)[] {
  const { docx } = context;
  const people = [
    ["Authors", document.authors],
    ["Steering group", document.steeringGroup],
  ] as const;
  return [
    ...(document.banner === null
      ? []
      : [new docx.Paragraph({ style: "Banner", text: plainText(document.banner), spacing: { after: 280 } })]),
    ...people
      .filter(([, names]) => names.length > 0)
      .map(
        ([role, names]) =>
          new docx.Paragraph({
            children: [
              new docx.TextRun({ text: `${role}: `, bold: true }),
              new docx.TextRun(names.map(plainText).join("; ")),
            ],
          }),
      ),
    new docx.Paragraph({ text: "The numbers behind each figure, and every table, are in tables.xlsx." }),
    new docx.Paragraph({ style: "ContentsHeading", text: "Contents" }),
    new docx.TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: "1-1",
      pageNumbersEntryLevelsRange: "1-1",
    }),
  ];
}

function writeSection(
  context: DocxContext,
  section: Section,
  first: boolean,
): readonly (Paragraph | Table)[] {
  const { docx, labels } = context;
  return [
    writeHeading(context, section.id, section.heading, 1, first),
    ...section.blocks.flatMap((block, index): readonly (Paragraph | Table)[] => {
      if (block.kind === "figure") return writeFigure(context, block);
      if (block.kind !== "table")
        return writeText(context, block, section.blocks[index - 1]?.kind === "table");
      if (block.workbookOnly !== true) return writeTable(context, block);
      const label = labels.get(anchorOf(block)) ?? "";
      return [new docx.Paragraph(sayWhere(label, plainText(block.caption)))];
    }),
  ];
}
