import { expect, test } from "vitest";
import { read } from "./readable.ts";

const TEXTS: readonly [what: string, text: string, readable: string][] = [
  ["soft hyphens", "trans\u00adformer self\u00ad-atten\u00adtion", "transformer self-attention"],
  ["soft hyphens at a line's end", "trans\u00ad\n  former", "transformer"],
  ["zero-width characters", "\ufeffdeep\u200b learn\u200ding\u2060", "deep learning"],
  ["control characters", "deep\u0000 learn\u0007ing", "deep learning"],
  ["ligatures", "ﬁnite, ﬂow, eﬃcient, aﬄuent, ﬀ", "finite, flow, efficient, affluent, ff"],
  ["wide characters", "Ｄｅｅｐ　ｌｅａｒｎｉｎｇ（ＤＬ）", "Deep learning(DL)"],
  ["letters of formulas", "𝑘-means, 𝐁𝐄𝐑𝐓", "k-means, BERT"],
  ["blanks", "a\u00a0b\u2009c\u202fd\u3000e  f\tg", "a b c d e f g"],
  ["wrapped lines", "genomic\n  sequence\r\nannotation\n", "genomic sequence annotation"],
  ["paragraphs", "One.\n \n  Two.", "One.\n\nTwo."],
  ["a word cut at a line's end", "a convo-\nlutional net and im-\r\n  ages", "a convolutional net and images"],
  ["the more common of two spellings", "a non-\nlinear long-\nterm model", "a nonlinear long-term model"],
  ["compounds of known words", "low-\nresource", "low-resource"],
  ["compounds of several parts", "state-of-\nthe-art", "state-of-the-art"],
  ["a cut part of a compound", "fully-convo-\nlutional", "fully-convolutional"],
  ["byte-order marks inside words", "trans\ufeffformer mod\ufeffels", "transformer models"],
  ["names, numbers, single letters", "Navier-\nStokes, COVID-\n19, x-\nray", "Navier-Stokes, COVID-19, x-ray"],
  ["hyphens that wait for another word", "pre- and post-\nor mid-training", "pre- and post- or mid-training"],
  ["cut words of one line", "segmen- tation of time- series", "segmentation of time- series"],
  ["dashes", "this - and that", "this - and that"],
];
test.each(TEXTS)("%s", (_, text, readable) => {
  expect(read(text)).toBe(readable);
});
