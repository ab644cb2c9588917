/**
 * The words by which sentences report results. Written by hand; lower case.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const verbs = (stems: string): RegExp => new RegExp(`^(?:${stems})(?:e|es|ed|d|s|ing|ting|ped|ping)?$`);

/** Something becomes more or less by a number. */
export const CHANGE_VERB = verbs(
  "improv|increas|boost|enhanc|rais|elevat|lift|accelerat|speed|advanc|gain|grow|grew|rose|ris|reduc|decreas|lower|cut|drop|shrink|shorten|sav|degrad|declin|fall|fell|trim|compress|lessen|diminish|mitigat|slow",
);
/** Something is ahead of something else, or behind it, by a number. */
export const BEAT_VERB = verbs("outperform|surpass|exceed|beat|outdo|outstrip|underperform|trail|lag|outscor|lead");
/** Something has a value. */
export const REACH_VERB = verbs(
  "achiev|reach|attain|obtain|scor|yield|deliver|report|record|observ|get|produc|show|exhibit|provid|demonstrat|secur|bring|offer|giv",
);

/** A difference or ratio as a noun. */
export const CHANGE_NOUN = words(
  "improvement improvements gain gains increase increases boost boosts uplift lift reduction reductions decrease decreases drop drops saving savings speedup speedups speed-up speed-ups acceleration degradation decline loss-reduction enhancement enhancements advantage margin compression advance",
);
/** A difference or ratio as a comparison. */
export const COMPARATIVE = words(
  "more less fewer higher lower faster slower better worse smaller larger longer shorter cheaper greater lighter stronger",
);
/** They stand before a change or a metric and name neither. */
export const PLAIN_ADJECTIVE = words(
  "absolute relative average mean overall up further additional total significant substantial consistent remarkable impressive respective net only just nearly about approximately an a the of its their our",
);

/** Last words of the names of metrics and of what is counted or spent. */
const METRIC_HEAD = words(
  "accuracy accuracies precision recall f1 f1-score f1-scores f-score f-scores f-measure auc auroc auprc roc-auc ap map iou miou bleu rouge meteor cider spice chrf comet bertscore perplexity ppl wer cer eer der ter error errors rmse mae mse mape root-mean-square correlation r2 kappa dice ssim psnr lpips fid fvd kid ndcg mrr throughput latency latencies runtime time times speed memory footprint footprints consumption usage parameters flops macs compute computation computations cost costs energy power quality performance score scores efficiency sensitivity specificity agreement reward rewards return returns loss losses length lengths tokens bandwidth overhead storage rate rates accuracy@1 fps robustness fidelity coverage utilization revenue profit steps epochs iterations communication complexity bias toxicity variance regret perplexities success ser mcc pesq stoi sdr si-sdr snr ber pck ade fde epe dsc hd95 mota idf1 hota ece psr top-1 top-5 generalization productivity yield size samples data queries calls gap latency-overhead correctness pass@1 overlap deviation gain-ratio computations hallucination hallucinations consistency diversity stability reliability delay delays jitter workload coefficient coefficients bits acc macc mpjpe cls em gmacs parameter scalability distance",
);
/** Words of the list that name a result only where a change is told: "accuracy of 5" is one, "a length of 5" is none. */
const ONLY_CHANGES = words(
  "time times speed power size samples data queries calls steps epochs iterations tokens parameters length lengths storage complexity cost costs gap bits distance returns performance quality yield workload communication computation compute generalization productivity delay bandwidth parameter",
);
/** `recall@10`, `pass@1`, `Hits@5`, `mAP50`, `ROUGE-L`, `R@1`, `F1`, `BLEU-4`. */
const METRIC_SHAPE = /^(?:[\p{L}-]{1,12}@\d+|m?ap[@_]?\d*|rouge-?[\dl]+|bleu-?\d|f-?[01]|f_?1|r\^?2|top-\d+)$/u;
/** What a percentage or a count may be of without being a result. */
export const NOT_RESULT = words(
  "prevalence incidence proportion percentage confidence ci interval intervals significance level levels age probability concentration temperature mean median mortality population dose weight hours difference differences",
);

export function isMetricWord(word: string): boolean {
  return METRIC_HEAD.has(word) || METRIC_SHAPE.test(word);
}

/** Whether a value of it says how good something is. */
export function isScoreWord(word: string): boolean {
  return isMetricWord(word) && !ONLY_CHANGES.has(word);
}

/** Words of the paper for what it brings. */
export const OWN_HEAD = words(
  "method methods approach approaches model models framework system algorithm algorithms technique network architecture solution pipeline agent scheme strategy design implementation proposal variant variants detector decoder module",
);

/** "our results", "this work": not what is measured. */
export const REPORT_HEAD = words(
  "result results work paper study findings experiments experiment analysis evaluation evaluations analyses observations leads",
);

/** They end a phrase. */
export const PHRASE_END = words(
  "of in on at by for with without within from to into onto over under between among across through during before after above below upon via versus vs vs. than as and or but while whereas although though because since unless until when where which that who whose if so yet is are was were be been being has have had do does did can could may might will would should must not also only we it they this these those there using use uses used including based achieving improving reducing requiring compared relative against respectively e.g. i.e. such thereby thus making leading resulting by-product even despite plus then its",
);
export const DETERMINER = words(
  "a an the our its their this these both all several various some any other existing previous prior current recent standard strong competitive same best strongest state-of-the-art sota leading most proposed new novel conventional traditional vanilla",
);
