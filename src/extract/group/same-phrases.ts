/**
 * Names that stand for one thing as wholes: "myocardial infarction" and "heart attack", "view synthesis" and "novel view
 * synthesis".
 *
 * Written down from general knowledge, not drawn from any corpus; what a field keeps apart ("electronic health" and
 * "medical record") is left out. Keys as in `variantKey`.
 */
const SAME: readonly (readonly string[])[] = [
  // Machine learning, language, vision.
  ["novel view synthesis", "view synthesis"],
  ["3d gaussian splatting", "gaussian splatting"],
  ["machine reading comprehension", "reading comprehension"],
  ["natural language inference", "textual entailment", "recognizing textual entailment"],
  ["sentiment analysis", "opinion mining"],
  ["instruction tuning", "instruction fine tuning", "instruction finetuning"],
  ["feature selection", "variable selection", "attribute selection"],
  ["weight sharing", "parameter sharing"],
  ["word embedding", "word vector"],
  ["low resource language", "under resourced language"],
  ["image captioning", "image caption generation"],
  ["video captioning", "video caption generation"],
  ["teacher student framework", "student teacher framework"],
  ["teacher student network", "student teacher network"],
  ["boolean satisfiability", "propositional satisfiability", "boolean satisfiability problem"],
  ["self driving car", "autonomous car"],
  ["self driving vehicle", "autonomous vehicle"],
  ["unmanned aerial vehicle", "drone"],
  ["gradient boosted tree", "gradient boosting tree"],
  ["uncertainty quantification", "quantification of uncertainty"],
  // Medicine and biology.
  ["myocardial infarction", "heart attack"],
  ["high blood pressure", "hypertension"],
  ["cerebrovascular accident", "stroke"],
  ["computed tomography", "computerized tomography", "computed axial tomography", "x ray computed tomography"],
  ["magnetic resonance imaging", "magnetic resonance tomography"],
  ["coronavirus disease 2019", "covid 19"],
  ["post covid 19 condition", "post covid condition", "long covid"],
  ["ascorbic acid", "vitamin c"],
  ["acetylsalicylic acid", "aspirin"],
  ["acetaminophen", "paracetamol"],
  ["epinephrine", "adrenaline"],
  ["norepinephrine", "noradrenaline"],
  ["cow milk", "bovine milk"],
  ["birth weight", "birthweight"],
  ["randomized controlled trial", "randomized control trial"],
  // Physics, earth, engineering.
  ["greenhouse gas emission", "ghg emission"],
  ["carbon dioxide emission", "co2 emission"],
  ["photovoltaic cell", "solar cell"],
  ["dc motor", "direct current motor"],
  ["3d printing", "additive manufacturing"],
  // Society.
  ["primary school", "elementary school"],
  ["primary education", "elementary education"],
  ["higher education", "tertiary education"],
  ["distance education", "distance learning"],
  ["e commerce", "electronic commerce"],
  ["e government", "electronic government"],
  ["social networking site", "social network site"],
  ["labor market", "job market"],
];

const OTHERS = new Map(
  SAME.flatMap((names) => names.map((name) => [name, names.filter((other) => other !== name)] as const)),
);

/** The other names of what a key names. */
export const samePhrases = (key: string): readonly string[] => OTHERS.get(key) ?? [];
