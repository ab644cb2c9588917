/**
 * A small file of every format that is read: what the fuzzer damages and puts together.
 */
const ABSTRACT = "We study graph kernels (GKs) for molecules & show that 3 of 4 are better <i>in vitro</i>.";

// prettier-ignore
export const SEEDS: Readonly<Record<string, string>> = {
  "listing": `Daily Papers\n\nMar 3\n\nGraph Kernels for Molecules\n\n12\n\nAda Lovelace\n\n·\n3 authors\n\n${ABSTRACT}\n\nUpvote\n\nNight Ovens at Scale\n\n5\n\n${ABSTRACT}\n`,
  "html": `<!doctype html><html><head><title>Daily Papers</title><meta name="citation_title" content="Graph Kernels"></head><body><article><h3><a href="/papers/2401.10020">Graph &amp; Kernels</a></h3><p>${ABSTRACT}</p></article><script>var x = "</p>";</script></body></html>`,
  "weekly-dump": `Title: Graph Kernels\nfor Molecules\nPDF: https://arxiv.org/pdf/2401.10020\nSummary: ${ABSTRACT}\n---\nTitle: Ovens\nPDF: x\nSummary: y\n---\n`,
  "daily-json": `[{"paper":{"id":"2401.10020","title":"Graph Kernels","summary":"${ABSTRACT}","publishedAt":"2024-01-18T00:00:00.000Z","authors":[{"name":"Ada Lovelace"}]},"title":"Graph Kernels"}]`,
  "bibtex": `@string{j = "Journal"}\n@article{key:1,\n  title = {Graph {K}ernels \\"u \\& Co},\n  abstract = "${ABSTRACT}",\n  author = {Lovelace, Ada and Noether, Emmy},\n  year = 2020, journal = j # { of Bread},\n}\n@comment{x}\n@inproceedings(k2, title={B}, crossref={key:1})\n`,
  "ris": `TY  - JOUR\nTI  - Graph Kernels\nAU  - Lovelace, Ada\nAB  - ${ABSTRACT}\nPY  - 2020/03/01/\nDO  - 10.1/a\nER  - \n\nTY  - CONF\nT1  - Ovens\nER  - \n`,
  "csv": `title;abstract;authors;year\n"Graph; ""Kernels""";"${ABSTRACT}";Lovelace;2020\nOvens;"two\nlines";;\n`,
  "medline": `PMID- 123\nTI  - Graph Kernels\n      for Molecules.\nAB  - ${ABSTRACT}\nFAU - Lovelace, Ada\nDP  - 2020 Mar 3\n\nPMID- 124\nTI  - Ovens\n`,
  "pubmed-xml": `<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://dtd.nlm.nih.gov/x.dtd">\n<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>123</PMID><Article><ArticleTitle>Graph <i>Kernels</i></ArticleTitle><Abstract><AbstractText Label="AIM">x &lt; y &#945;</AbstractText></Abstract><AuthorList><Author><LastName>Lovelace</LastName><ForeName>Ada</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  "wos": `FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Lovelace, A\n   Noether, E\nTI Graph Kernels\n   for Molecules\nAB ${ABSTRACT}\nPY 2020\nDI 10.1/a\nER\n\nEF\n`,
  "ovid": `<1>\nUnique Identifier\n  123\nTitle\n  Graph Kernels\nAbstract\n  ${ABSTRACT}\n\n<2>\nTitle\n  Ovens\n`,
  "refworks": `RT Journal Article\nID 1\nA1 Lovelace,Ada\nT1 Graph Kernels\nAB ${ABSTRACT}\nYR 2020\n\nRT Book\nT1 Ovens\n`,
  "endnote": `%0 Journal Article\n%T Graph Kernels\n%A Lovelace, Ada\n%X ${ABSTRACT}\n%D 2020\n\n%0 Book\n%T Ovens\n`,
  "endnote-xml": `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Lovelace, Ada</style></author></authors></contributors><titles><title><style>Graph Kernels</style></title></titles><abstract>${ABSTRACT.replace(/[&<>]/g, "")}</abstract><dates><year>2020</year></dates></record></records></xml>`,
  "arxiv-atom": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.10020v1</id><title>Graph\n Kernels</title><summary>x &amp; y</summary><published>2024-01-18T00:00:00Z</published><author><name>Ada Lovelace</name></author></entry></feed>`,
  "arxiv-json": `{"id":"0704.0001","submitter":"x","authors":"Ada Lovelace, Emmy Noether","title":"Graph\\n  Kernels","abstract":"${ABSTRACT}","categories":"hep-ph","update_date":"2008-11-26"}\n`,
  "openalex": `{"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1/a","title":"Graph Kernels","abstract_inverted_index":{"We":[0],"study":[1,3],"kernels":[2]},"publication_date":"2020-03-01","authorships":[{"author":{"display_name":"Ada"}}]}]}`,
  "semantic-scholar": `{"data":[{"paperId":"abc","externalIds":{"ArXiv":"2401.10020"},"title":"Graph Kernels","abstract":"${ABSTRACT}","year":2020,"authors":[{"name":"Ada"}]}]}`,
  "crossref": `{"status":"ok","message":{"items":[{"DOI":"10.1/a","title":["Graph Kernels"],"abstract":"<jats:p>x</jats:p>","author":[{"given":"Ada","family":"L"}],"issued":{"date-parts":[[2020,3,1]]}}]}}`,
  "crossref-xml": `<?xml version="1.0"?><doi_records><doi_record><crossref><journal><journal_article><titles><title>Graph Kernels</title></titles><doi_data><doi>10.1/a</doi></doi_data></journal_article></journal></crossref></doi_record></doi_records>`,
  "europe-pmc": `{"resultList":{"result":[{"id":"1","source":"MED","title":"Graph Kernels","abstractText":"<h4>Aim</h4>x","authorString":"L A, N E","firstPublicationDate":"2020-03-01"}]}}`,
  "jats": `<article><front><article-meta><article-id pub-id-type="doi">10.1/a</article-id><title-group><article-title>Graph <italic>Kernels</italic></article-title></title-group><abstract><sec><title>Aim</title><p>x</p></sec></abstract></article-meta></front></article>`,
  "datacite": `{"data":[{"id":"10.1/a","attributes":{"doi":"10.1/a","titles":[{"title":"Graph Kernels"}],"descriptions":[{"description":"x","descriptionType":"Abstract"}],"creators":[{"name":"L, Ada"}],"publicationYear":2020}}]}`,
  "csl-json": `[{"id":"a","type":"article-journal","title":"Graph Kernels","abstract":"x","author":[{"family":"L","given":"Ada"}],"issued":{"date-parts":[[2020,3]]}}]`,
  "jsonl": `{"id":"a","title":"Graph Kernels","abstract":"${ABSTRACT}","authors":["Ada"],"date":"2020-03-01","keywords":["x"]}\n{"title":"Ovens","__proto__":{"x":1},"constructor":{"prototype":{"polluted":1}}}\n`,
};

/** What is put in somewhere. */
// prettier-ignore
export const POISONS: readonly string[] = [
  "\u0000", "\ud800", "\ufffe", "\u2028", "\u0085", "\ufeff", "\r", "\r\n", "\t", "  ", "{", "}", "[", "]", "<", ">", "&", "\"", "'", "\\", "=", "@", "%", "#", "--", ";", ",", "|", "\n\n", "\n---\n",
  "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "\nER  - \n", "\nTY  - JOUR\n", "\n@article{", "\n%0 X\n", "\nPMID- 1\n", "\nPT J\n", "\n<3>\n",
  "\"__proto__\":{\"polluted\":1},", "\"constructor\":null,", "\"title\":[],", "\"title\":{\"title\":{}},", "null", "1e400", "-0", "\\ud800", "{\\", "$$", "\\begin{", "((((((((", "{{{{{{{{", "[[[[[[[[", "<a><a><a><a>", "é", "漢",
  "2024-13-45", "99999999999999999999", "http://[", "10.1/", "arXiv:", "en", "Abstract", "Title: ", "Summary: ", "PDF: ", "Daily Papers\n", "Upvote\n", "12\n",
];
