import { expect, test } from "vitest";
import { readAbstract } from "./readable.ts";

const TEXT = "We test seals. Leaks fall by half.";

const BEHIND: readonly string[] = [
  "Selection and/or peer-review under responsibility of the organisers.",
  "© Ada Ames | ACM 2019. Publication rights licensed to ACM.",
  "© 2020 Author(s). All article content, except where otherwise noted, is licensed under a Creative Commons licence.",
  "2014 Society for Seals and Gaskets",
  "ß 2012 Elsevier Inc.",
  "Ó 2012 Elsevier Inc. All rights reserved.",
  "(Funded by the National Institutes of Health; ClinicalTrials.gov number, NCT01234567.)",
  "Funding This research received no specific grant from any agency.",
  "Funding None.",
  "This article is part of the Topical Collection on Gaskets.",
  "This paper forms part of a special issue on gaskets.",
  "Handling Editor: Ada Ames",
  "Manuscript received 3 May 2010; revised 4 June 2011.",
  "Received: 12 January 2004",
  "View publication stats",
  "Available online at www.example.org",
  "How to cite this article: Ames A. On Seals. J Seals 2010;3:1-10.",
  "Mathematics Subject Classification (2010): 65K10, 94A08",
  "2010 MSC: 65K10",
  "PACS numbers: 42.30.Va",
  "JEL classification: C45",
  "CCS Concepts: Computing methodologies",
  "© 2019 Elsevier Ltd. All rights reserved.",
  "© 2017 Elsevier B.V.",
  "Copyright © 2008 John Wiley & Sons, Ltd.",
  "Copyright 2004 Wiley-Liss, Inc.",
  "Copyright (C) 1996 Elsevier Science Ltd. All rights reserved.",
  "(c) 2020 The Author(s). Published by Elsevier Inc. on behalf of the Society.",
  "(C) 2003 Elsevier Science B.V. All rights reserved.",
  "Crown Copyright © 2018 Published by Elsevier Ltd. All rights reserved.",
  "© The Author(s) 2021.",
  "© 2015, Springer-Verlag Berlin Heidelberg.",
  "2011 Elsevier Inc. All rights reserved.",
  "© 2022 by the authors. Licensee MDPI, Basel, Switzerland.",
  "© 2016 IEEE",
  "Published by Oxford University Press on behalf of the Society. All rights reserved.",
  "This article is distributed under the terms of the Creative Commons Attribution 4.0 License.",
  "This is an open access article under the CC BY-NC-ND license (http://creativecommons.org/licenses/by-nc-nd/4.0/).",
  "This work is licensed under CC BY 4.0.",
  "This article is protected by copyright. All rights reserved.",
  "This article is a U.S. Government work and is in the public domain in the USA.",
  "This work was supported by the National Science Foundation under grant 1234567.",
  "The study was funded in part by a grant from the Ministry of Health.",
  "Funded by the European Research Council.",
  "FUNDING: National Institutes of Health.",
  "Funding: Wellcome Trust.",
  "The authors declare no conflict of interest.",
  "Conflict of interest: none declared.",
  "Trial registration: ISRCTN12345678.",
  "ClinicalTrials.gov NCT01234567.",
  "Supplementary data are available at the journal online.",
  "Contact: someone@example.org",
  "© 2014 Wiley-VCH Verlag GmbH & Co. KGaA, Weinheim.",
  "© RSNA, 2019",
  "© 2020, The Author(s), under exclusive licence to Springer Nature Switzerland AG.",
  "The Author(s) 2019.",
  "Elsevier Ltd. All rights reserved.",
  "Open Access This article is licensed under a Creative Commons Attribution 4.0 International License.",
  "Copyright (c) 2021 The Authors. This is an open access article distributed under the CC BY licence.",
  "The authors acknowledge funding from the EPSRC.",
  "This research received no specific grant from any funding agency.",
  "[ABSTRACT FROM AUTHOR] Copyright of Seals Today is the property of a press and its content may not be copied. However, users may print or email articles for individual use. This abstract may be abridged. No warranty is given about the accuracy of the copy.",
  "(PsycInfo Database Record (c) 2020 APA, all rights reserved).",
  "Used with permission.",
  "ProQuest LLC.",
  "(AU)",
  "(Author)",
  "Open Access. Licence: CC BY-NC-ND.",
  "Elsevier España, S.L.U. All rights reserved.",
  "2014 American Society of Civil Engineers.",
  "Wydawnictwo Naukowe © 2010",
  "DOI: 10.1000/xyz123",
  "Communicated by Ada Ames.",
  "ACM Reference Format: Ada Ames. 2020. On Seals. In Proceedings of a Meeting. ACM, 5 pages.",
  "Electronic supplementary material The online version of this article contains more.",
];
test.each(BEHIND)("behind the abstract: %s", (notice) => {
  expect(readAbstract(`${TEXT} ${notice}`)).toBe(TEXT);
  expect(readAbstract(`${"Other words stand here. ".repeat(60)}${TEXT} ${notice}`)).toMatch(/Leaks fall by half\.$/);
});

test("glued to the sentence before, without its stop, or before keywords", () => {
  expect(readAbstract("Leaks fall by half.© 2019 Elsevier Ltd")).toBe("Leaks fall by half.");
  expect(readAbstract("Leaks fall by half © 2019 Elsevier Ltd")).toBe("Leaks fall by half");
  expect(readAbstract(`${TEXT} © 2019 Elsevier Ltd. Keywords: seals; leaks`)).toBe(`${TEXT} seals; leaks`);
});

const BEFORE = ["© 2019 Elsevier B.V. All rights reserved.", "© 2018 IEEE. ", "Copyright © 2007 Elsevier Ltd."];
test.each(BEFORE)("before the abstract: %s", (notice) => {
  expect(readAbstract(notice + TEXT)).toBe(TEXT);
  expect(readAbstract(notice + TEXT + " Other words stand here.".repeat(60))).toMatch(/^We test seals\./);
});

const KEPT: readonly string[] = [
  "PACS: systems that archive pictures were compared.",
  "How to cite data is a question for all of us.",
  "Received 3 of 5 packets are whole.",
  "This paper forms part of a debate on special issues of law.",
  "Selection and peer review of members differ between clubs.",
  "MSC therapies help. JEL codes were compared.",
  "Funding was low in 2012 Europe and rose.",
  "We study copyright infringement by language models. Copyright law is complex.",
  "Code is released under the MIT license.",
  "The Kinect© sensor and Intel® chips are used.",
  "We compare (a) trees, (b) nets and (c) forests.",
  "This study was supported by data from forty sensors.",
  "This paper is funded on the idea that open access journals grow.",
  "Supported by new insights, we identify three gaps.",
  "Published by a press every year, the index reflects moods.",
  "This paper presents a package that is free under a GPL licence.",
  "We thank nobody, and authors agree.",
  "Used by people every day, seals leak.",
  "2019 American Heart Association guidelines were not met.",
  "Communicated by signs, warnings are seen.",
  "Supplementary material hardens the seal.",
  "Published results differ. Licensed doctors took part.",
  "Funding agencies prefer short proposals. Registration of images is hard.",
  "Conflicts of interest among reviewers are studied.",
];
test.each(KEPT)("kept: %s", (text) => {
  expect(readAbstract(text)).toBe(text);
});
