import { expect, test } from "vitest";
import { readAbstract } from "./readable.ts";

const TEXTS: readonly [text: string, readable: string][] = [
  ["Abstract: We test seals.", "We test seals."],
  ["Abstract We test seals.", "We test seals."],
  ["Abstract. Seals leak.", "Seals leak."],
  ["ABSTRACT Seals leak in winter.", "Seals leak in winter."],
  ["Abstract—Seals leak.", "Seals leak."],
  ["Summary: We test seals.", "We test seals."],
  ["[Abstract] We test seals.", "We test seals."],
  ["Graphical abstract: We test seals.", "We test seals."],
  ["Abstract Rubber seals leak in winter.", "Rubber seals leak in winter."],
  ["BACKGROUND: Seals leak. METHODS: We test. RESULTS AND CONCLUSION - They hold.", "Seals leak. We test. They hold."],
  ["Background: Seals leak. Methods: We test. Results: They hold.", "Seals leak. We test. They hold."],
  ["Background Seals leak. Methods We test. Results They hold.", "Seals leak. We test. They hold."],
  ["Background. Seals leak. Methods. We test.", "Seals leak. We test."],
  [
    "OBJECTIVE To test. DESIGN, SETTING, AND PARTICIPANTS Two plants. MAIN OUTCOMES AND MEASURES Leaks.",
    "To test. Two plants. Leaks.",
  ],
  [
    "Purpose – Test seals. Design/methodology/approach – A survey. Originality/value – First.",
    "Test seals. A survey. First.",
  ],
  ["Motivation: Seals leak. Availability and implementation: The code is free.", "Seals leak. The code is free."],
  ["We test seals. Keywords: rubber; winter", "We test seals. rubber; winter"],
  ["We test seals Index Terms— rubber, winter", "We test seals rubber, winter"],
  ["Study Design: Cohort. Key Results: None.", "Cohort. None."],
  ["Context.—Seals leak. Objective.—To test.", "Seals leak. To test."],
  ["PURPOSE OF REVIEW: To test. RECENT FINDINGS: None.", "To test. None."],
  ["BACKGROUND AND PURPOSE—Seals leak. METHODS—We test.", "Seals leak. We test."],
  ["We test seals. Keywords and phrases: rubber; winter", "We test seals. rubber; winter"],
  ["Keywords rubber; winter", "rubber; winter"],
  ["Materials and Methods: Rubber.Results: None.", "Rubber. None."],
];
test.each(TEXTS)("%s", (text, readable) => {
  expect(readAbstract(text)).toBe(readable);
});

const KEPT: readonly string[] = [
  "Abstract interpretation finds bugs.",
  "Abstract Interpretation is a theory.",
  "Abstract Syntax Trees (ASTs) are used.",
  "Summary statistics are shared.",
  "Background subtraction is used. Results show that it works.",
  "Methods are compared. Objective functions differ.",
  "Data augmentation helps. Design patterns help too.",
  "Keyword Spotting Nets, with three parts, work.",
  "Problem 1 is hard. Problem 2 is open.",
  "We test one thing: conclusions. It holds: methods matter.",
];
test.each(KEPT)("kept: %s", (text) => {
  expect(readAbstract(text)).toBe(text);
});
