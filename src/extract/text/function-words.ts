/** Closed-class English words: never a term, never its first or last word. Lower case. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those each every either neither some any no all both several many much few most more less " +
    "such other another same own our their its his her my your we us they them it i you he she who whom whose which what " +
    "and or but nor so yet if while whereas although though because since unless until when where how why whether than as " +
    "of in on at by for with without within from to into onto over under between among across through during before after " +
    "above below up down out off about against along around beyond despite except per toward towards upon via versus vs " +
    "is are was were be been being am do does did done have has had having can could may might must shall should will would " +
    "not also only just even still very too then there here thus hence therefore however moreover furthermore often usually " +
    "e.g. i.e. etc et al"
  ).split(" "),
);
