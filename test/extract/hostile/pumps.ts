/**
 * Strings that, repeated, make a text hard on some step of the extraction: brackets and marks that no partner closes, words
 * that are hard to cut, mark-up, other scripts, definitions, cues, and shapes after every regular expression of `src/extract`.
 */
// prettier-ignore
export const PUMPS: readonly string[] = [
  "(AB ", "A.B.C.", "(AB) (AB) ", "foo bar (FB) ", "C# ", "AB (", "ا", "الف ", "a-", "word-", "-", "(", "[",
  "{", ")", "]", "([", "(]", '"', "'", "“", "$", "$x$ ", "$$", "\\alpha ", "\\frac{", "{\\bf ", "\\begin{",
  "<b>", "<", "&amp;", "&", "&lt;", "http://a.b/", "http::", "www.", "a@b.c ", "a@", "1", "1.", "1,", "1.2.3.",
  "1-", "12 ", "3x ", "%", "é", "e\u0301", "ö", "ﬁ", "𝑥", "漢", "漢字", "あ", "한", "я", "слово ", "α", "α-", "β2 ",
  "İ", "ß", "\u200b", "\u00ad", "\u00a0", " ", "\t", "\n", "\r\n", "\u2028", "\u0085", ". ", "! ", "? ",
  "... ", ", ", "; ", ": ", "— ", "–", "/", "a/b", "a/b/c ", "_", "a_b ", "^", "x^2 ", "*", "**", "#", "C++ ",
  "+", "=", "x=y ", "a = b ", "AB = cd ", "AB: cd ef ", "AB stands for cd ef ", "or AB, ", "Ab", "AB", "ABs ",
  "aB", "A ", "A. ", "a ", "aa ", "the ", "and ", "of the ", "in vitro ", "New South ", "de la ", "de ",
  "e.g. ", "i.e. ", "et al. ", "Fig. 1 ", "word ", "words. ", "We use Foo. ", "deep learning ",
  "graph neural networks (GNNs) ", "GNN (graph neural network) ", "a0x b0y (AB), ", "foo (bar (baz)) ",
  "poly(a)(b)", "(a)", "Ca(2+) ", "x(y", "f(x) ", "[1] ", "[1,2] ", "(Foo et al., 2020) ", "(n = 3) ",
  "(SD 2.1) ", "(or AB) ", "such as a, b and c. ", "family named ", "show family ", "very deeply newly ",
  "state-of-the-art ", "non-", "anti-", "multi-x-", "BERT-", "GPT-4 ", "ResNet-50 ", "x1y2z3", "1a", "A1",
  "AaBb", "camelCase", "ALLCAPS", "ALL CAPS ", "''", "``", "--", "---", "~", "|", "a|b", "•", "• a ", "\\",
  "\\\\", "\\'e", '\\"{o}', "{", "}", "{}", "{{", "}{", "@", "©", "™", "™ ", "\u202e", "\ufffe", "\ud800",
  "\0", "\u0000a", "\u001b[31m", "__proto__ ", "constructor ", "toString ", "hasOwnProperty ", "abstract: ",
  "Abstract ", "Background: ", "Methods: ", "(c) 2020 ", "© 2020 Elsevier. All rights reserved. ",
  "Copyright ", "Keywords: ", "better than ", "outperforms X on Y by 3% ", "evaluated on ", "is a ",
  "A is a B. ", "used for ", "part of ", "ab cd ef gh ", "a b c d e f ", "x, y, ", "A, B, ", "AA, BB, and CC ",
  "non-ab cd (CD) ", "a-b-c-d ", "a--b ", "'s ", "Bayes' ", "can't ", "O. novo ", "S. ", "T. ", "A-B-C ",
  "I/R ", "1/2 ", "10^-3 ", "±", "≥ ", "→", "°C ", "µm ", "10 mg/kg ", "p<0.05 ", "$10 ", "€", "20% ",
  "https://doi.org/10.1/x ", "arXiv:2001.00001 ", "10.1000/abc ", "ORCID ", "e-mail: a@b.cd ", "<p>", "</p>",
  "<i>x</i>", "<sup>2</sup>", "<mml:math>", "<!--", "]]>", "&#x41;", "&#65;", "&#", "&amp;amp;", "\\textbf{a}",
  "\\emph{", "\\cite{a} ", "$a", "a$", "$$a$$", "\\(x\\)", "\\[", "{\\'e}", "\\~n", "--a", "a- ",
  "hyphen- ated ", "soft\u00adhy ", "zero\u200bwidth ", "ｆｕｌｌ", "Ⅷ", "①", "🙂", "👨‍👩‍👧", "🇩🇪",
  "a\u0300\u0301\u0302",
];
