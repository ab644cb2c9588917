/**
 * PubMed's tagged text ("PubMed format", .nbib, MEDLINE).
 */
import { taggedReader } from "./tagged-lines.ts";

export const medline = taggedReader({
  id: "medline",
  title: "PubMed (nbib)",
  endings: ["nbib", "medline"],
  from: "PubMed: Save, format PubMed; or Send to, Citation manager",
  recognizes: (head) =>
    /^PMID- ?\d/m.test(head) ? 0.95 : /^(OWN |STAT|DCOM|FAU |LID |JT {2})- /m.test(head) ? 0.92 : 0,
  tag: /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/s,
  begins: new Set(["PMID"]),
  blankEnds: true,
  beside: new Set(["AD", "CI", "COIS", "GR", "IR", "IRAD", "PL", "SO"]),
  draft: (fields) => {
    const pmid = fields.first("PMID");
    return {
      key: pmid === undefined ? undefined : `PMID:${pmid}`,
      title: fields.all("TI").join(" ") || fields.first("BTI", "CTI", "TT"),
      abstract: fields.together("AB") ?? fields.together("OAB"),
      authors: fields.allOfFirst("FAU", "AU", "CN"),
      date: fields.first("DP", "DEP"),
      doi: fields.all("LID", "AID", "SO").find((text) => /\[doi\]|doi:/.test(text)),
      url: pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
      venue: fields.first("JT", "TA"),
      keywords: fields.all("OT", "MH").map((word) => word.replaceAll("*", "")),
    };
  },
});
